/** GitHub's limit for issue titles, in characters. */
const maxTitleLength = 256;

/**
 * A title as GitHub takes it: the spec's own ID first, one line, no control, zero-width or
 * direction-changing characters, at most 256 characters (cut with an ellipsis).
 */
export function renderIssueTitle(ownId: string | undefined, title: string): string {
  const text = renderOneLine(ownId, title);
  const points = [...text];
  return points.length <= maxTitleLength
    ? text
    : `${points.slice(0, maxTitleLength - 1).join("")}…`;
}

/** The same, however long. */
export function renderOneLine(ownId: string | undefined, title: string): string {
  return (ownId === undefined ? title : `${ownId}: ${title}`)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}
