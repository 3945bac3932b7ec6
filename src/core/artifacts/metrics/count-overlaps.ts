import { findSimilarPairs } from "../../text/find-similar-pairs.ts";
import { splitWords } from "../../text/split-words.ts";

/** Least likeness of two titles that makes them suspects. */
const leastLikeness = 0.85;

/** Pairs of tasks whose titles are so alike that they may be the same work. */
export function countOverlaps(titles: readonly string[]): number {
  return findSimilarPairs(titles.map(splitWords), leastLikeness).length;
}
