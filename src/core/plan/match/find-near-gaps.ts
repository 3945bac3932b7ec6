import type { Anchor, Gap } from "./find-gaps.ts";

/**
 * Finds what lies between two pairs that are neighbours in both lists, though they were moved together:
 * nothing between the two is paired on either side.
 *
 * @param pairs In the order of the first list.
 */
export function findNearGaps(pairs: readonly Anchor[]): readonly Gap[] {
  const nextKnown = findNext(pairs);
  return pairs.slice(1).flatMap((after, index) => {
    const before = pairs[index] ?? after;
    const isNear = after[0] > before[0] + 1 && nextKnown.get(before[1]) === after[1];
    return isNear ? [{ before, after, anchors: [before, after] }] : [];
  });
}

/**
 * Finds what lies beside one pair in both lists, up to the next that is paired on either side: first what
 * comes after each, then what comes before.
 *
 * @param pairs In the order of the first list.
 * @param ends Lengths of the two lists.
 */
export function findOpenGaps(pairs: readonly Anchor[], ends: Anchor): readonly Gap[] {
  const next = findNext(pairs);
  const previous = new Map([...next].map(([from, to]) => [to, from]));
  const after = pairs.map((pair, index): Gap => {
    const end: Anchor = [pairs[index + 1]?.[0] ?? ends[0], next.get(pair[1]) ?? ends[1]];
    return { before: pair, after: end, anchors: [pair] };
  });
  const before = pairs.map((pair, index): Gap => {
    const start: Anchor = [pairs[index - 1]?.[0] ?? -1, previous.get(pair[1]) ?? -1];
    return { before: start, after: pair, anchors: [pair] };
  });
  return [...after, ...before].filter(isFilled);
}

/** For each place of the second list the next that is paired. */
function findNext(pairs: readonly Anchor[]): ReadonlyMap<number, number> {
  const places = pairs.map(([, known]) => known).sort((a, b) => a - b);
  return new Map(places.slice(1).map((place, index) => [places[index] ?? place, place]));
}

function isFilled({ before, after }: Gap): boolean {
  return after[0] > before[0] + 1 && after[1] > before[1] + 1;
}
