import { verbs } from "./verbs.ts";

const firstWord = /^[^\p{L}]*([a-z]+(?:-[a-z]+)*)(?=[^\p{L}]|$)/iu;
const prefix = /^(?:re|un|de|co|pre|auto|cross|hot|hand|bulk|soft|double)-?(?=[a-z]{3})/;

/**
 * Share of the titles that begin with a verb, from 0 to 1. Only titles in Latin letters without
 * accents at the start count, as the list of verbs is English; `undefined` if there are none.
 */
export function measureVerbFirst(titles: readonly string[]): number | undefined {
  const words = titles.flatMap((title) => firstWord.exec(title)?.[1]?.toLowerCase() ?? []);
  if (words.length === 0) return undefined;
  const withVerb = words.filter((word) => verbs.has(word) || verbs.has(word.replace(prefix, "")));
  return withVerb.length / words.length;
}
