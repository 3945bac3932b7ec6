/** The rarest words of a set, as many as a partner above the threshold cannot all miss. */
export function listRarest(
  words: ReadonlySet<string>,
  frequency: ReadonlyMap<string, number>,
  threshold: number,
): readonly string[] {
  const leastShared = Math.ceil((threshold * words.size) / (2 - threshold));
  return [...words]
    .sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1))
    .slice(0, words.size - leastShared + 1);
}

/** In how many of the sets each word stands. */
export function countWords(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const frequency = new Map<string, number>();
  for (const words of sets) {
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  return frequency;
}
