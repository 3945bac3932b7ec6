/** Sets that are looked at; more only arise where a dozen groups of people overlap every which way. */
const maxSets = 512;

/**
 * The sets given and the unions of those that overlap, over and over, the lightest first; behind the
 * sets given, each once. Where there are too many, the heavier ones are left out but for the union of
 * all that hang together.
 *
 * @param sets Bits, none empty.
 * @param weights By bit.
 */
export function listUnions(
  sets: readonly bigint[],
  weights: readonly number[],
): { readonly unions: readonly bigint[]; readonly isWhole: boolean } {
  const given = [...new Set(sets)];
  const whole = joinOverlapping(given);
  const known = new Set(given);
  const open = new Map(given.map((set) => [set, weigh(set, weights)]));
  const unions: bigint[] = [];
  while (open.size > 0 && unions.length < maxSets) {
    const [lightest] = [...open].reduce((a, b) => (b[1] < a[1] ? b : a));
    open.delete(lightest);
    unions.push(lightest);
    for (const set of given) {
      const union = lightest | set;
      if ((lightest & set) === 0n || known.has(union)) continue;
      known.add(union);
      open.set(union, weigh(union, weights));
    }
  }
  const all = new Set([...given, ...unions, ...whole]);
  return { unions: [...all], isWhole: open.size === 0 };
}

/** The unions of all that hang together by overlaps. */
function joinOverlapping(sets: readonly bigint[]): readonly bigint[] {
  return sets.reduce((joined: readonly bigint[], set) => {
    const apart = joined.filter((one) => (one & set) === 0n);
    const near = joined.filter((one) => (one & set) !== 0n);
    return [...apart, near.reduce((union, one) => union | one, set)];
  }, []);
}

function weigh(set: bigint, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + ((set >> BigInt(i)) & 1n ? weight : 0), 0);
}
