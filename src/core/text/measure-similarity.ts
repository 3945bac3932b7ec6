/** How alike two sets of words are (Dice): twice what they share by what they have; in [0, 1], 0 if both are empty. */
export function measureSimilarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const size = a.size + b.size;
  if (size === 0) return 0;
  const [small, big] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (big.has(word)) shared++;
  return (2 * shared) / size;
}
