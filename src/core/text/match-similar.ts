import { measureSimilarity } from "./measure-similarity.ts";
import { countWords, listRarest } from "./rare-words.ts";

/** Words on more texts than this say too little to look a partner up by. */
const maxPostings = 200;

/**
 * Pairs of word sets that are alike, most alike first, each set in one pair at
 * most; ties go by place on the left, then on the right.
 *
 * Partners are looked up by rare words only: two sets that reach the threshold
 * share a word among the rarest of each, so nothing is missed except sets
 * made of words that hundreds of others have too.
 *
 * @param threshold Least similarity (Dice), in (0, 1].
 * @returns Indices: [left, right].
 */
export function matchSimilar(
  left: readonly ReadonlySet<string>[],
  right: readonly ReadonlySet<string>[],
  threshold: number,
): readonly (readonly [number, number])[] {
  const frequency = countWords([...left, ...right]);
  const postings = new Map<string, number[]>();
  for (const [index, words] of right.entries()) {
    for (const word of listRarest(words, frequency, threshold)) {
      postings.set(word, [...(postings.get(word) ?? []).slice(0, maxPostings), index]);
    }
  }
  const scored = left.flatMap((words, i) => {
    const lists = listRarest(words, frequency, threshold).map((word) => postings.get(word) ?? []);
    const partners = new Set(lists.filter((list) => list.length <= maxPostings).flat());
    return [...partners]
      .map((j) => ({ i, j, score: measureSimilarity(words, right[j] ?? new Set()) }))
      .filter(({ score }) => score >= threshold);
  });
  return takeBestFirst(scored);
}

function takeBestFirst(
  scored: readonly { readonly i: number; readonly j: number; readonly score: number }[],
): readonly (readonly [number, number])[] {
  const [usedLeft, usedRight] = [new Set<number>(), new Set<number>()];
  const pairs: (readonly [number, number])[] = [];
  for (const { i, j } of scored.toSorted((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)) {
    if (usedLeft.has(i) || usedRight.has(j)) continue;
    usedLeft.add(i);
    usedRight.add(j);
    pairs.push([i, j]);
  }
  return pairs;
}
