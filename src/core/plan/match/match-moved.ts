import type { RecordedTask } from "../../model/record.ts";
import type { SpecTask } from "../../model/spec.ts";
import { matchSimilar } from "../../text/match-similar.ts";
import { splitWords } from "../../text/split-words.ts";
import { judgePair, type PairVerdict } from "./judge-pair.ts";
import type { ReasonedPair } from "./match-in-gaps.ts";
import { pairByKey } from "./pair-by-key.ts";
import type { ComparePair } from "./spare-closed.ts";
import type { TaskPair } from "./task-pair.ts";

/** Least share of the tasks found so far that kept their own ID, for an ID to say anything. */
const minKeptIds = 0.8;
const minSimilarity = { words: 0.5, alone: 0.7, withFiles: 0.5, withId: 0.4 };

/**
 * Pairs tasks that were both moved and reworded: by their own ID where IDs are kept in this spec, else
 * where titles are very much alike, or alike with the same files.
 */
export function matchMoved(
  fresh: readonly SpecTask[],
  known: readonly RecordedTask[],
  settled: readonly TaskPair[],
  compare: ComparePair,
): readonly ReasonedPair[] {
  const byId = keepsIds(settled) ? pairByKey(fresh, known, toOwnId, toOwnId) : [];
  const kept = byId.flatMap((pair) => {
    const verdict = judgePair(pair, compare, false);
    return verdict.similarity >= minSimilarity.withId ? [toReasoned(pair, verdict)] : [];
  });
  const taken = new Set<unknown>(kept.flatMap(({ task, recorded }) => [task, recorded]));
  const left = fresh.filter((task) => !taken.has(task));
  const right = known.filter((task) => !taken.has(task));
  const pairs = matchSimilar(left.map(toWords), right.map(toWords), minSimilarity.words);
  const alike = pairs.flatMap(([i, j]) => {
    const pair = { task: left[i], recorded: right[j] } as TaskPair;
    const verdict = judgePair(pair, compare, false);
    const least = verdict.hasSameFiles ? minSimilarity.withFiles : minSimilarity.alone;
    return verdict.similarity >= least ? [toReasoned(pair, verdict)] : [];
  });
  return [...kept, ...alike];
}

const toOwnId = ({ ownId }: { readonly ownId?: string | undefined }) => ownId;
const toWords = ({ title }: { readonly title: string }) => splitWords(title);

function keepsIds(settled: readonly TaskPair[]): boolean {
  const numbered = settled.filter(({ task }) => task.ownId !== undefined);
  const kept = numbered.filter(({ task, recorded }) => task.ownId === recorded.ownId);
  return kept.length >= minKeptIds * numbered.length;
}

function toReasoned(pair: TaskPair, verdict: PairVerdict): ReasonedPair {
  const parts = [
    `similar title ${verdict.similarity.toFixed(2)}`,
    ...(verdict.hasSameFiles ? ["same files"] : []),
    ...(verdict.hasSameId ? ["same id"] : []),
  ];
  return { task: pair.task, recorded: pair.recorded, reason: parts.join(", ") };
}
