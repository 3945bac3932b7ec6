/** Letters that take about two of the others. */
const wide =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f300}-\u{1faff}]/u;

/** The text, or its beginning with a mark, in at most so many letters of usual width. */
export function cutToWidth(text: string, letters: number): string {
  let used = 0;
  let kept = "";
  for (const letter of text) {
    used += wide.test(letter) ? 2 : 1;
    if (used > letters) return `${kept.trimEnd()}…`;
    kept += letter;
  }
  return text;
}
