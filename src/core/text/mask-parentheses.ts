import { findParentheses } from "./find-parentheses.ts";
import { maskSpans } from "./mask-spans.ts";

/**
 * The same text, equally long, with everything in round brackets (and the brackets) blanked out.
 *
 * @param filler One character to put there instead of a space.
 */
export function maskParentheses(text: string, filler = " "): string {
  return maskSpans(text, findParentheses(text), filler);
}
