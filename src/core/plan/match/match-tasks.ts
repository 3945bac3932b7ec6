import type { TaskId } from "../../model/ids.ts";
import type { TaskMatch } from "../../model/plan.ts";
import type { PlanRecord, RecordedTask } from "../../model/record.ts";
import type { SpecTask } from "../../model/spec.ts";
import { splitWords } from "../../text/split-words.ts";
import { findGaps } from "./find-gaps.ts";
import { findNearGaps, findOpenGaps } from "./find-near-gaps.ts";
import { matchInGaps } from "./match-in-gaps.ts";
import { matchMoved } from "./match-moved.ts";
import { pairByKey } from "./pair-by-key.ts";
import { spareClosed } from "./spare-closed.ts";
import type { TaskPair } from "./task-pair.ts";
import { weighWords } from "./weigh-words.ts";

/**
 * Finds for each task the one it was at the last apply, so that its ID and its
 * issue stay. In this order: same own ID and title; the same title where only
 * one task has it, in the plan and then in its phase; the same content; between
 * tasks that are found already, or beside one, in order, those most alike; anywhere, those
 * very much alike. A task that left the spec at an earlier apply is found
 * again only by its own ID and title: it came back.
 *
 * @param hashes Content hash by `SpecTask.ref`.
 * @param closed Tasks whose issue is closed. Work that is still to do is none of them unless very much
 *   alike: it would have no open issue.
 * @returns By `SpecTask.ref`, only tasks that were found; no two are the same one.
 */
export function matchTasks(
  tasks: readonly SpecTask[],
  hashes: ReadonlyMap<string, string>,
  record: PlanRecord | undefined,
  closed: ReadonlySet<TaskId> = new Set(),
): ReadonlyMap<string, TaskMatch> {
  const found = new Map<string, TaskMatch>();
  const pairs: TaskPair[] = [];
  const all = record?.tasks.filter((task) => !task.isRetired) ?? [];
  let [fresh, known] = [tasks, all];

  settle("same id and title", pairByKey(fresh, known, toIdAndTitle, toIdAndTitle));
  settle("same title", pairByKey(fresh, known, toTitle, toTitle).filter(isOnlyPair));
  const inPhase = pairByKey(fresh, known, toTitleAndPhase, toTitleAndFirstPhase);
  settle("same title and phase", inPhase.filter(isOnlyPair));
  const toHash = ({ ref }: SpecTask) => hashes.get(ref);
  settle(
    "same text",
    pairByKey(fresh, known, toHash, ({ contentHash }) => contentHash),
  );
  if (fresh.length > 0 && known.length > 0) {
    const weigh = weighWords([...tasks, ...all].map(({ title }) => title));
    const compare = spareClosed(weigh, closed);
    for (const cutLists of [findNearGaps, findGaps, findOpenGaps])
      settle(undefined, matchInGaps(tasks, all, pairs, compare, cutLists));
    settle(undefined, matchMoved(fresh, known, pairs, compare));
  }
  const retired = record?.tasks.filter((task) => task.isRetired) ?? [];
  settle("came back", pairByKey(fresh, retired, toIdAndTitle, toIdAndTitle));
  return found;

  function settle(reason: string | undefined, more: readonly SettledPair[]): void {
    for (const { task, recorded, reason: own = "" } of more) {
      const { id, title: was } = recorded;
      found.set(task.ref, { id, was, reason: reason ?? own, isSame: reason !== undefined });
      pairs.push({ task, recorded });
    }
    const taken = new Set(more.map(({ recorded }) => recorded.id));
    fresh = fresh.filter((task) => !found.has(task.ref));
    known = known.filter((task) => !taken.has(task.id));
  }
}

interface SettledPair extends TaskPair {
  readonly reason?: string;
}

interface Named {
  readonly ownId?: string | undefined;
  readonly title: string;
}

const toTitle = ({ title }: Named) => [...splitWords(title)].join(" ") || title;
const toIdAndTitle = (task: Named) =>
  task.ownId === undefined ? undefined : `${task.ownId} ${toTitle(task)}`;
const toTitleAndPhase = (task: SpecTask) => `${task.phase ?? 0} ${toTitle(task)}`;
const toTitleAndFirstPhase = (task: RecordedTask) => `${readPhase(task.id)} ${toTitle(task)}`;

const isOnlyPair = ({ rivals }: { readonly rivals: number }) => rivals === 2;

/** The phase at the first apply, which the ID still bears. */
function readPhase(id: TaskId): number {
  return Number.parseInt(id.slice(1), 10);
}
