import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Task } from "../../model/plan.ts";
import { findSimilarPairs } from "../../text/find-similar-pairs.ts";
import { listNames } from "../../text/list-names.ts";
import { splitWords } from "../../text/split-words.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** Least likeness of two titles that makes them suspects. */
const leastLikeness = 0.85;
/** Titles of fewer words are alike by chance. */
const leastWords = 3;

/**
 * KS209 where open tasks may be the same work: their titles are nearly the same, and they do not name
 * files that have nothing in common. Tasks that only the planner inferred are set apart by it. One finding, at the second task of the first pair.
 */
export function findOverlaps({ tasks }: PlanDraft): readonly Diagnostic[] {
  const open = tasks.filter(({ state }) => state !== "done" && state !== "deferred");
  const words = open.map(({ title }) => splitWords(title));
  const pairs = findSimilarPairs(words, leastLikeness).flatMap(([first, second]) => {
    const [a, b] = [open[first], open[second]];
    if (a === undefined || b === undefined || (words[first]?.size ?? 0) < leastWords) return [];
    return isApart(a, b) || (isInferred(a) && isInferred(b)) ? [] : [{ a, b }];
  });
  const [head] = pairs;
  if (head === undefined) return [];
  const named = listNames(pairs.map(({ a, b }) => `${nameOf(a)} and ${nameOf(b)}`));
  const message = `Tasks may be the same work, for their titles are nearly the same: ${named}; merge them, or say in the titles what sets them apart`;
  const { path, line, column } = head.b;
  return [{ code: "KS209", severity: "info", message, at: { path, line, column } }];
}

function isInferred({ evidence }: Task): boolean {
  return evidence.every(({ confidence }) => confidence < 1);
}

function isApart({ files: a }: Task, { files: b }: Task): boolean {
  const paths = new Set(a.map(({ path }) => path));
  return a.length > 0 && b.length > 0 && !b.some(({ path }) => paths.has(path));
}

function nameOf({ ownId, id }: Task): string {
  return ownId ?? id;
}
