/** A title or name as it is compared: lower case, one space between words, no marks at its ends. */
export function normaliseName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[`*"'“”]/g, "")
    .replace(/\s+/g, " ")
    .replace(/^[\s.,:;–—-]+|[\s.,:;–—-]+$/g, "");
}
