import type { TaskFacts } from "./situation.ts";

/**
 * Who goes first: the task with the longest path behind it, then the one that was free to start
 * earliest; document order settles the rest, so the same lane always gives the same order.
 */
export function orderWaiters<Task extends Pick<TaskFacts, "weight" | "readySince">>(
  tasks: readonly Task[],
): readonly Task[] {
  return tasks.toSorted((a, b) => b.weight - a.weight || a.readySince - b.readySince);
}
