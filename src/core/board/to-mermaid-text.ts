/**
 * A text cut down to letters, digits and plain punctuation, so that none of it can be taken for Mermaid
 * syntax or HTML.
 *
 * @param maxChars Longest result, in characters as people count them.
 */
export function toMermaidText(text: string, maxChars: number): string {
  const points = [
    ...text
      .replace(/[^\p{L}\p{N} ./_-]+/gu, " ")
      .replace(/\s+/g, " ")
      .trim(),
  ];
  return points.length <= maxChars ? points.join("") : `${points.slice(0, maxChars - 1).join("")}…`;
}
