import { splitWords } from "../../text/split-words.ts";

/** Words that say nothing about what is asked for. */
const empty = new Set(
  `a an and any are as at be been being both but by can could do does each either else every few for from
  had has have having if in into is it its least less like may might more most must need needs no not of
  off on once one only onto or other our out over own per shall should so some such system than that the
  their them then there these they this those through to too under until up upon us use used uses using via was
  were what when where whether which while who will with within without would you your user users able allow
  allows provide provides support supports ensure ensures given application app feature`
    .trim()
    .split(/\s+/),
);
const endings = /(?:ations?|ings?|ions?|ments?|ers?|ies|ied|ed|es|s|y|e)$/;

/** The words of a text that say something, each cut to its stem so that `creating` and `create` are one. */
export function listStems(text: string): ReadonlySet<string> {
  const spaced = text.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_/.-]+/g, " ");
  const stems = [...splitWords(spaced)].flatMap((word) => {
    if (empty.has(word)) return [];
    const stem = word.replace(endings, "");
    return [stem.length >= 3 ? stem : word];
  });
  return new Set(stems);
}
