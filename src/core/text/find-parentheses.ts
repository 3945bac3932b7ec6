/** A bracketed stretch: `start` at the opening bracket, `end` just after the closing one. */
export interface Parenthesis {
  readonly start: number;
  readonly end: number;
}

/**
 * Lists the outermost round brackets of a text, in order; full-width ones count too.
 *
 * A bracket that is never closed opens nothing, and a closing one without an opening is plain
 * text. Time grows with the length.
 */
export function findParentheses(text: string): readonly Parenthesis[] {
  const opened: number[] = [];
  const found: Parenthesis[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    if (unit === "(" || unit === "（") opened.push(index);
    if (unit === ")" || unit === "）") {
      const start = opened.pop();
      if (start === undefined) continue;
      while ((found.at(-1)?.start ?? -1) > start) found.pop();
      found.push({ start, end: index + 1 });
    }
  }
  return found;
}
