/** Text as PostgreSQL takes it: NUL, which it refuses, becomes the replacement character. */
export function toStorableText(text: string): string {
  return text.replaceAll("\0", "\ufffd");
}
