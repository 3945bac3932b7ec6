import type { Priority } from "../../model/spec.ts";

const words: readonly (readonly [RegExp, Priority])[] = [
  [/\bP0\b|\bcritical\b|\bhighest\b|\burgent\b|\bblocker\b|🚨|紧急|緊急/i, "critical"],
  [/\bP1\b|\bhigh\b|🔴|高|높음|\balta\b/i, "high"],
  [/\bP2\b|\bmedium\b|\bmoderate\b|\bnormal\b|🟡|🟠|中|보통|\bmedia\b/i, "medium"],
  [/\bP[3-9]\b|\blow(?:er|est)?\b|🟢|低|낮음|\bbaja\b/i, "low"],
];

/**
 * Reads a priority as people write it: `P0` to `P3`, `HIGH`, `High (required for shipping)`. The first
 * word that is one counts; what is in brackets only if nothing else is.
 */
export function recognisePriority(text: string): Priority | undefined {
  const outside = text.replace(/[(（[][^)）\]]*[)）\]]/g, " ");
  return readFirst(outside) ?? readFirst(text);
}

function readFirst(text: string): Priority | undefined {
  const found = words
    .map(([pattern, priority]) => ({ at: text.search(pattern), priority }))
    .filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.priority;
}
