import { findParentheses } from "./find-parentheses.ts";

/**
 * The same text, equally long, with everything in round brackets (and the brackets) blanked out.
 *
 * @param filler One character to put there instead of a space.
 */
export function maskParentheses(text: string, filler = " "): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findParentheses(text)) {
    masked += text.slice(from, start) + filler.repeat(end - start);
    from = end;
  }
  return masked + text.slice(from);
}
