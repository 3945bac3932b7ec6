import type { TaskFacts } from "./situation.ts";

/**
 * Who goes first: the task that has waited more days, then the more urgent one by its plan's priority,
 * then the one that was free to start earliest; document order settles the rest, so the same lane
 * always gives the same order. Whoever comes new has waited no day, so everybody's turn comes.
 */
export function orderWaiters<
  Task extends Pick<TaskFacts, "daysWaited" | "weight" | "rank" | "readySince">,
>(tasks: readonly Task[]): readonly Task[] {
  return tasks.toSorted(
    (a, b) =>
      b.daysWaited - a.daysWaited ||
      b.weight - a.weight ||
      a.rank - b.rank ||
      a.readySince - b.readySince,
  );
}
