import type { RecordedTask } from "../../model/record.ts";
import type { SpecTask } from "../../model/spec.ts";
import { alignGap } from "./align-gap.ts";
import type { Anchor, Gap } from "./find-gaps.ts";
import { judgePair, type PairVerdict } from "./judge-pair.ts";
import { measureShift } from "./measure-shift.ts";
import type { ComparePair } from "./spare-closed.ts";
import type { TaskPair } from "./task-pair.ts";

/** Least score of a pair between two anchors; and where nothing between them seems to have gone. */
const minScore = 0.45;
const minScoreWhole = 0.3;

/** A pair with why it is one. */
export interface ReasonedPair extends TaskPair {
  readonly reason: string;
}

/** Cuts two lists into stretches, given what is paired already and the lengths of the lists. */
export type CutLists = (pairs: readonly Anchor[], ends: Anchor) => readonly Gap[];

/**
 * Pairs tasks that stand in the same stretch and are alike, in order: what was reworded where it
 * stands, though all was renumbered.
 *
 * @param tasks All tasks of the spec in document order; `known` all of the last plan in its order.
 * @param settled Pairs found before.
 */
export function matchInGaps(
  tasks: readonly SpecTask[],
  known: readonly RecordedTask[],
  settled: readonly TaskPair[],
  compare: ComparePair,
  cutLists: CutLists,
): readonly ReasonedPair[] {
  const freshAt = new Map(tasks.map((task, index) => [task.ref, index]));
  const knownAt = new Map(known.map((task, index) => [task.id, index]));
  const anchors = settled
    .map(
      ({ task, recorded }): Anchor => [freshAt.get(task.ref) ?? 0, knownAt.get(recorded.id) ?? 0],
    )
    .sort(([a], [b]) => a - b);
  const taken = {
    fresh: new Set(anchors.map(([at]) => at)),
    known: new Set(anchors.map(([, at]) => at)),
  };
  return cutLists(anchors, [tasks.length, known.length]).flatMap((gap) => {
    const fresh = sliceFree(tasks, gap.before[0], gap.after[0], taken.fresh);
    const old = sliceFree(known, gap.before[1], gap.after[1], taken.known);
    const least = isWhole(gap, fresh.length - old.length) ? minScoreWhole : minScore;
    const judge = (pair: TaskPair) => judgePair(pair, compare, isExplained(pair, gap));
    const found = matchGap(fresh, old, least, judge);
    for (const { task, recorded } of found) {
      taken.fresh.add(freshAt.get(task.ref) ?? 0);
      taken.known.add(knownAt.get(recorded.id) ?? 0);
    }
    return found;
  });

  /** Whether as many tasks were added between two anchors as their new numbers tell, and none removed. */
  function isWhole({ anchors: ends }: Gap, added: number): boolean {
    if (ends.length < 2) return false;
    const [low, high] = ends.map(readShift);
    return added === (low === undefined || high === undefined ? 0 : high - low);
  }

  /** Whether the pair's own IDs moved as those of a neighbour did, or by a step between the two. */
  function isExplained({ task, recorded }: TaskPair, { anchors: ends }: Gap): boolean {
    const shift = measureShift(task.ownId, recorded.ownId);
    const around = ends.flatMap((anchor) => readShift(anchor) ?? []);
    if (shift === undefined || around.length === 0) return false;
    return shift >= Math.min(...around) && shift <= Math.max(...around);
  }

  /** By how much an anchor was renumbered: the start not at all, the end by what the whole grew. */
  function readShift([at, was]: Anchor): number | undefined {
    if (at < 0) return 0;
    if (at === tasks.length) return tasks.length - known.length;
    return measureShift(tasks[at]?.ownId, known[was]?.ownId);
  }
}

function matchGap(
  fresh: readonly SpecTask[],
  known: readonly RecordedTask[],
  least: number,
  judge: (pair: TaskPair) => PairVerdict,
): readonly ReasonedPair[] {
  const toPair = (i: number, j: number) => ({ task: fresh[i], recorded: known[j] }) as TaskPair;
  const aligned = alignGap(fresh.length, known.length, (i, j) => judge(toPair(i, j)).score - least);
  return aligned.map(([i, j]) => {
    const pair = toPair(i, j);
    return { ...pair, reason: describe(judge(pair)) };
  });
}

function describe({ similarity, hasSameFiles, hasSameId }: PairVerdict): string {
  const parts = [
    similarity >= minScore ? `similar title ${similarity.toFixed(2)}` : "",
    hasSameFiles ? "same files" : "",
    hasSameId ? "same id" : "",
    "between the same neighbours",
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function sliceFree<Item>(
  items: readonly Item[],
  before: number,
  after: number,
  taken: ReadonlySet<number>,
): readonly Item[] {
  const free: Item[] = [];
  for (let at = before + 1; at < after; at++) {
    const item = items[at];
    if (item !== undefined && !taken.has(at)) free.push(item);
  }
  return free;
}
