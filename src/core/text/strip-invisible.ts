/**
 * A text without characters that are not seen and yet do something: control characters but tabs and line
 * ends, those that turn the direction of reading, zero-width ones, and the tag characters that can carry a
 * hidden message. Joiners (U+200C, U+200D) and direction marks stay: scripts and emoji need them.
 *
 * Source: https://www.unicode.org/reports/tr36/
 */
export function stripInvisible(text: string): string {
  return text.replace(invisible, "");
}

const invisible =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]|[\u{e0100}-\u{e01ef}]/gu;
