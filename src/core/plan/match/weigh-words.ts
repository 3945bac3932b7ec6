import { splitWords } from "../../text/split-words.ts";

/** How alike two titles are, in [0, 1]. */
export type CompareTitles = (a: string, b: string) => number;

/** A word on fewer titles weighs no more: it may be an odd one that says little. */
const fewest = 3;

/**
 * Gives a measure of how alike two titles are: the weight of the words they share by the mean weight of
 * the two (Dice), and by the weight of the lighter (overlap), half of each, so that words added count
 * less against it than words exchanged. A word weighs the more the fewer of the given titles have it:
 * "Create User model" and "Create Order model" are not alike where many titles create models.
 */
export function weighWords(titles: readonly string[]): CompareTitles {
  const counts = new Map<string, number>();
  for (const title of titles) {
    for (const word of splitWords(title)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weigh = (word: string) =>
    Math.log(1 + titles.length / Math.max(fewest, counts.get(word) ?? 1));
  const sum = (words: Iterable<string>) => [...words].reduce((all, word) => all + weigh(word), 0);
  return (a, b) => {
    const [one, other] = [splitWords(a), splitWords(b)];
    const [left, right] = [sum(one), sum(other)];
    const shared = sum([...one].filter((word) => other.has(word)));
    return shared === 0 ? 0 : shared / (left + right) + shared / Math.min(left, right) / 2;
  };
}
