import type { Heading } from "../outline/outline.ts";
import { isWish } from "./is-wish.ts";
import type { ProseText } from "./list-prose.ts";
import { splitSentences } from "./split-sentences.ts";

/** Longest text that is read as a description, in UTF-16 units. */
const mostUnits = 2000;

/**
 * Judges whether a text without tasks is a short description of what is wanted: at most a title over
 * it, no table, and a sentence that asks for something. All of a lone paragraph counts (`whole`), elsewhere
 * only the sentences that ask (`wishes`).
 */
export function judgeDescription(
  headings: readonly Heading[],
  prose: readonly ProseText[],
): "whole" | "wishes" | undefined {
  const length = prose.reduce((sum, { text }) => sum + text.text.length, 0);
  if (length === 0 || length > mostUnits || headings.length > 1) return undefined;
  if (prose.some(({ isRow }) => isRow)) return undefined;
  const isAsking = prose
    .flatMap(({ text }) => splitSentences(text))
    .some(({ text }) => isWish(text));
  if (isAsking) return prose.length === 1 ? "whole" : "wishes";
  return headings.length === 0 && prose.length === 1 && isShort(prose[0]) ? "whole" : undefined;
}

/** One sentence of a few words is meant to be planned, even without a verb: `A todo app with login`. */
function isShort(prose: ProseText | undefined): boolean {
  if (prose === undefined || prose.item !== undefined) return false;
  return (
    splitSentences(prose.text).length === 1 &&
    /^(?:an?|the)\s+(?:\S+\s+){1,}\S/i.test(prose.text.text)
  );
}
