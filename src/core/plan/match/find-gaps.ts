/** A pair of places: in the spec and in the last plan. */
export type Anchor = readonly [fresh: number, known: number];

/** A stretch of each list: both ends left out. */
export interface Gap {
  readonly before: Anchor;
  readonly after: Anchor;
  /** Those of its ends that are a pair. */
  readonly anchors: readonly Anchor[];
}

/**
 * Cuts two lists at the pairs that stand in the same order in both, as many of them as can be (longest
 * increasing subsequence); pairs that were moved across others cut nothing.
 *
 * @param pairs In the order of the first list.
 * @param ends Lengths of the two lists.
 */
export function findGaps(pairs: readonly Anchor[], ends: Anchor): readonly Gap[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, known]] of pairs.entries()) {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < known) low = middle + 1;
      else high = middle;
    }
    before.push(tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const kept: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.push(pairs[at] ?? ends);
  const stops: readonly Anchor[] = [[-1, -1], ...kept.reverse(), ends];
  return stops.slice(1).map((after, index) => {
    const before = stops[index] ?? ends;
    return { before, after, anchors: [before, after] };
  });
}
