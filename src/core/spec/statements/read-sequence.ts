import { maskParentheses } from "../../text/mask-parentheses.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import type { ChainStep } from "./split-chain.ts";

const label =
  /^\W*(?:sequential(?:ly)?|serial(?:ly)?|in\s+(?:sequence|(?:this\s+)?order))(?:\s+tasks?)?$/i;
const tail =
  /\s+(?:(?:must|should|have\s+to|need\s+to|are|is|all|be|to|run|runs|done|go|executed|completed|implemented)\s+)*(?:sequential(?:ly)?|serially|in\s+(?:sequence|(?:this\s+)?order(?!\s+to))|one\s+after\s+(?:another|the\s+other))\b/i;
const item = /^(?:tasks?\s+)?(?:[A-Z]+-?\d+[a-z]?(?:\.\d+)*|(?:[A-Z]+-)+\d+|\d+(?:\.\d+)+)$/i;

/**
 * Splits a list of tasks that is said to run in order, under a label (`Sequential: T001, T002`) or by
 * itself (`T001, T002 and T003 must run sequentially`), into its steps.
 *
 * @returns Nothing if the text is no such list, or holds more than bare IDs.
 */
export function readSequence(title: InlineText, text: InlineText): readonly ChainStep[] {
  const masked = maskParentheses(text.text);
  const end = label.test(title.text) ? masked.length : masked.search(tail);
  if (end <= 0) return [];
  const parts: InlineText[] = [];
  let from = 0;
  for (const match of masked.slice(0, end).matchAll(/\s*(?:,|;|\band\b)\s*(?:\band\b\s*)?|$/gi)) {
    if (match.index > from) parts.push(sliceInline(text, from, match.index));
    from = match.index + match[0].length;
  }
  const ids = parts.map((part) =>
    sliceInline(part, 0, maskParentheses(part.text).trimEnd().length),
  );
  if (ids.length < 2 || !ids.every((id) => item.test(id.text))) return [];
  return ids.slice(1).flatMap((later, place) => {
    const earlier = ids[place];
    return earlier === undefined ? [] : [{ earlier, later, whole: text, isLoose: false }];
  });
}
