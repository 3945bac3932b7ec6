import { type InlineText, sliceInline } from "../outline/inline-text.ts";

const named =
  /((?:[A-Z]+-?\d+[a-z]?|\d+\.\d+)(?:\s*(?:,|&|\+|-|–|\band\b)\s*(?:[A-Z]+-?\d+[a-z]?|\d+\.\d+)){1,40})\s*\(([^()]{3,60})\)/g;
const idle =
  /^(?:all|the|these|those|of|are|is|be|been|complete[ds]?|done|finished|ready|tasks?|files?)$/i;

/** A list of tasks and the words of its name. */
export interface NamedList {
  readonly list: InlineText;
  readonly words: ReadonlySet<string>;
}

/** All lists of a text that have a name in brackets behind them. */
export function listNamedLists(text: InlineText): readonly NamedList[] {
  return [...text.text.matchAll(named)].map((match) => {
    const [, list = "", label = ""] = match;
    return {
      list: sliceInline(text, match.index, match.index + list.length),
      words: new Set(listWords(label)),
    };
  });
}

/**
 * Finds the list of tasks that was given a name in the same bullet: in `T006, T007 (all type files)
 * in parallel; T010 after types complete` the types are T006 and T007.
 *
 * @returns `undefined` unless just one list has all words of the name.
 */
export function findNamedList(name: string, lists: readonly NamedList[]): InlineText | undefined {
  const words = listWords(name);
  if (words.length === 0 || words.length > 3) return undefined;
  const found = lists.filter((each) => words.every((word) => each.words.has(word)));
  return found.length === 1 ? found[0]?.list : undefined;
}

/** Words that tell something, in the singular. */
function listWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !idle.test(word))
    .map((word) => word.replace(/s$/, ""));
}
