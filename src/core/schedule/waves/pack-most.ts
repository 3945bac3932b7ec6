/** Sums that are looked at; with more, capacities are so much larger than what tasks take that little is missed. */
const maxSums = 4096;

/**
 * The most that some of these amounts add up to without exceeding a capacity, of no more amounts than
 * there are slots. Where there are very many different sums it may be a little less, never more.
 *
 * @param amounts Whole units, above 0.
 */
export function packMost(
  amounts: readonly number[],
  { capacity, slots }: { readonly capacity: number; readonly slots: number },
): number {
  let sums = new Map([[0, 0]]);
  for (const amount of amounts.toSorted((a, b) => b - a)) {
    const next = new Map(sums);
    for (const [sum, count] of sums) {
      const more = sum + amount;
      if (more > capacity || count >= slots) continue;
      next.set(more, Math.min(next.get(more) ?? slots, count + 1));
    }
    sums = next.size > maxSums ? keepHighest(next) : next;
  }
  return [...sums.keys()].reduce((most, sum) => Math.max(most, sum), 0);
}

function keepHighest(sums: ReadonlyMap<number, number>): Map<number, number> {
  return new Map([...sums].sort(([a], [b]) => b - a).slice(0, maxSums / 2));
}
