/** A text of at most that many characters, with an ellipsis where something was cut; no character is cut in half. */
export function cutText(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  let cut = "";
  for (const character of text) {
    if (cut.length + character.length >= maxChars) break;
    cut += character;
  }
  return `${cut}…`;
}
