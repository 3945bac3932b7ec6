import { measureSimilarity } from "./measure-similarity.ts";
import { countWords, listRarest } from "./rare-words.ts";

/** Words in more sets than this say too little to look a partner up by. */
const maxPostings = 200;

/**
 * All pairs of word sets that are alike, by place. Partners are looked up by rare words only, so
 * the time grows with the sets and not with their square; pairs that share nothing but words that
 * hundreds of others have too are not found.
 *
 * @param threshold Least similarity (Dice), in (0, 1].
 * @returns Indices, the smaller first.
 */
export function findSimilarPairs(
  sets: readonly ReadonlySet<string>[],
  threshold: number,
): readonly (readonly [number, number])[] {
  const frequency = countWords(sets);
  const postings = new Map<string, number[]>();
  const pairs: (readonly [number, number])[] = [];
  for (const [index, words] of sets.entries()) {
    const partners = new Set<number>();
    for (const word of listRarest(words, frequency, threshold)) {
      const known = postings.get(word);
      if (known === undefined) postings.set(word, [index]);
      else if (known.length < maxPostings) {
        for (const partner of known) partners.add(partner);
        known.push(index);
      }
    }
    for (const partner of [...partners].sort((a, b) => a - b)) {
      const likeness = measureSimilarity(words, sets[partner] ?? new Set());
      if (likeness >= threshold) pairs.push([partner, index]);
    }
  }
  return pairs;
}
