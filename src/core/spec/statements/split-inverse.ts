import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { findOrderWords } from "./find-order-words.ts";

/** Part of a key's value, and whether it names what waits instead of what is waited for. */
export interface KeyPart {
  readonly value: InlineText;
  readonly isInverse: boolean;
}

/** Words before the first verb that name nothing. */
const idle = /^(?:(?:this|it)(?:\s+(?:task|step|story|work(?:\s+package)?|wp))?)?\W*$/i;

/**
 * Splits what stands under a dependency key where it says the other way round: `T001; must complete before
 * T004`, `Blocks T005`, `Required by T006`.
 */
export function splitInverse(value: InlineText): readonly KeyPart[] {
  const inverse = findOrderWords(value.text, false).filter(
    ({ relation, about }) => relation === "before" && about === undefined,
  );
  const [first] = inverse;
  if (first === undefined) return [{ value, isInverse: false }];
  const lead = sliceInline(value, 0, first.start);
  const parts = inverse.map(({ end }, place) => ({
    value: sliceInline(value, end, inverse[place + 1]?.start),
    isInverse: true,
  }));
  return idle.test(lead.text) ? parts : [{ value: lead, isInverse: false }, ...parts];
}
