import type { TaskId } from "../model/ids.ts";
import type { PlanRecord, RecordedTask } from "../model/record.ts";
import type { SpecTask } from "../model/spec.ts";
import { matchSimilar } from "../text/match-similar.ts";
import { measureSimilarity } from "../text/measure-similarity.ts";
import { splitWords } from "../text/split-words.ts";
import { groupBy } from "./group-by.ts";

/** Least likeness of titles that makes two tasks one, without and with the same own ID. */
const minSimilarity = 0.6;
const minSimilaritySameId = 0.4;

/**
 * Finds for each task the one it was at the last apply, so that its ID and its
 * issue stay. In this order: same own ID and title, the same title where only
 * one task has it, in the plan and then in its phase, the same content, the same own ID with similar words,
 * similar words. A task that left the spec at an earlier apply is found again
 * only by its own ID and title: it came back.
 *
 * @param hashes Content hash by `SpecTask.ref`.
 * @returns Task ID by `SpecTask.ref`, only for tasks that were found.
 */
export function matchTasks(
  tasks: readonly SpecTask[],
  hashes: ReadonlyMap<string, string>,
  record: PlanRecord | undefined,
): ReadonlyMap<string, TaskId> {
  const found = new Map<string, TaskId>();
  let fresh = tasks;
  let known = record?.tasks.filter((task) => !task.isRetired) ?? [];

  settle(pairByKey(fresh, known, toIdAndTitle, toIdAndTitle));
  settle(pairByKey(fresh, known, toTitle, toTitle).filter(isOnlyPair));
  settle(pairByKey(fresh, known, toTitleAndPhase, toTitleAndFirstPhase).filter(isOnlyPair));
  settle(
    pairByKey(
      fresh,
      known,
      ({ ref }) => hashes.get(ref),
      (task) => task.contentHash,
    ),
  );
  settle(pairByKey(fresh, known, toOwnId, toOwnId).filter(isAlike));
  settle(pairSimilar(fresh, known));
  const retired = record?.tasks.filter((task) => task.isRetired) ?? [];
  settle(pairByKey(fresh, retired, toIdAndTitle, toIdAndTitle));
  return found;

  function settle(pairs: readonly Pair[]): void {
    for (const { task, recorded } of pairs) found.set(task.ref, recorded.id);
    const taken = new Set(found.values());
    fresh = fresh.filter((task) => !found.has(task.ref));
    known = known.filter((task) => !taken.has(task.id));
  }
}

interface Pair {
  readonly task: SpecTask;
  readonly recorded: RecordedTask;
  /** How many tasks, on both sides, have the key that made the pair. */
  readonly rivals: number;
}

interface Named {
  readonly ownId?: string | undefined;
  readonly title: string;
}

const toOwnId = ({ ownId }: Named) => ownId;
const toTitle = ({ title }: Named) => [...splitWords(title)].join(" ") || title;
const toIdAndTitle = (task: Named) =>
  task.ownId === undefined ? undefined : `${task.ownId} ${toTitle(task)}`;
const toTitleAndPhase = (task: SpecTask) => `${task.phase ?? 0} ${toTitle(task)}`;
const toTitleAndFirstPhase = (task: RecordedTask) => `${readPhase(task.id)} ${toTitle(task)}`;

const isOnlyPair = ({ rivals }: Pair) => rivals === 2;
const isAlike = ({ task, recorded }: Pair) =>
  measureSimilarity(splitWords(task.title), splitWords(recorded.title)) >= minSimilaritySameId;

/** The phase at the first apply, which the ID still bears. */
function readPhase(id: TaskId): number {
  return Number.parseInt(id.slice(1), 10);
}

/** Pairs tasks of one key in the order in which they stand. */
function pairByKey(
  fresh: readonly SpecTask[],
  known: readonly RecordedTask[],
  toFreshKey: (task: SpecTask) => string | undefined,
  toKnownKey: (task: RecordedTask) => string | undefined,
): readonly Pair[] {
  const knownByKey = groupBy(known, toKnownKey);
  const freshByKey = groupBy(fresh, toFreshKey);
  return [...freshByKey].flatMap(([key, tasks]) => {
    const partners = key === undefined ? [] : (knownByKey.get(key) ?? []);
    const rivals = tasks.length + partners.length;
    return tasks.flatMap((task, index) => {
      const recorded = partners[index];
      return recorded === undefined ? [] : [{ task, recorded, rivals }];
    });
  });
}

function pairSimilar(fresh: readonly SpecTask[], known: readonly RecordedTask[]): readonly Pair[] {
  const toWords = ({ title }: Named) => splitWords(title);
  const pairs = matchSimilar(fresh.map(toWords), known.map(toWords), minSimilarity);
  return pairs.flatMap(([i, j]) => {
    const [task, recorded] = [fresh[i], known[j]];
    return task === undefined || recorded === undefined ? [] : [{ task, recorded, rivals: 2 }];
  });
}
