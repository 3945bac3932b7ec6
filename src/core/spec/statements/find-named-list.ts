import { type InlineText, sliceInline } from "../outline/inline-text.ts";

const named =
  /((?:[A-Z]+-?\d+[a-z]?|\d+\.\d+)(?:\s*(?:,|&|\+|-|–|\band\b)\s*(?:[A-Z]+-?\d+[a-z]?|\d+\.\d+)){1,40})\s*\(([^()]{3,60})\)/g;
const idle =
  /^(?:all|the|these|those|of|are|is|be|been|complete[ds]?|done|finished|ready|tasks?|files?)$/i;

/**
 * Finds the list of tasks that was given a name before in the same bullet: in `T006, T007 (all type files)
 * in parallel; T010 after types complete` the types are T006 and T007.
 *
 * @returns `undefined` unless just one list has all words of the name.
 */
export function findNamedList(name: string, text: InlineText): InlineText | undefined {
  const words = listWords(name);
  if (words.length === 0 || words.length > 3) return undefined;
  const found = [...text.text.matchAll(named)].filter(([, , label = ""]) => {
    const known = new Set(listWords(label));
    return words.every((word) => known.has(word));
  });
  const [match] = found;
  if (match === undefined || found.length > 1) return undefined;
  return sliceInline(text, match.index, match.index + (match[1] ?? "").length);
}

/** Words that tell something, in the singular. */
function listWords(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !idle.test(word))
    .map((word) => word.replace(/s$/, ""));
}
