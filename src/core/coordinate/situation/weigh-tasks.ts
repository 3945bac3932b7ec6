import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { TaskId } from "../../model/ids.ts";

/**
 * How urgent each task is: by the plan's priority, the one that its forecast follows. What a task
 * weighs are the hours on the longest path from it to the plan's end, itself included, or those of a
 * task that goes after it if these are more: so plans of one lane can be compared. Without a priority
 * it is the path alone; a task without hours counts one. The order of predecessors must be acyclic, as
 * in any plan that was applied; a task on a cycle has no path.
 */
export function weighTasks(plan: CoordinatedPlan): ReadonlyMap<TaskId, Urgency> {
  const tails = measureTails(plan);
  const own = plan.tasks.map(({ id }) => id);
  const known = [...new Set(plan.priority)].filter((id) => tails.has(id));
  const isKnown = new Set(known);
  const ranked = known.length === 0 ? [] : [...known, ...own.filter((id) => !isKnown.has(id))];
  const urgencies = new Map<TaskId, Urgency>(
    [...tails].map(([id, weight]) => [id, { weight, rank: 0 }]),
  );
  let most = 0;
  for (const [rank, id] of [...ranked.entries()].reverse()) {
    most = Math.max(most, tails.get(id) ?? 0);
    urgencies.set(id, { weight: most, rank });
  }
  return urgencies;
}

/** The heavier goes first, of equals the one with the lower rank. */
interface Urgency {
  /** Hours. */
  readonly weight: number;
  /** Place in the plan's priority; 0 for all where it has none. */
  readonly rank: number;
}

function measureTails(plan: CoordinatedPlan): ReadonlyMap<TaskId, number> {
  const before = new Map(plan.tasks.map((task) => [task.id, task.predecessors]));
  const hours = new Map(plan.tasks.map((task) => [task.id, task.hours ?? 1]));
  const waiting = new Map<TaskId, number>(plan.tasks.map(({ id }) => [id, 0]));
  for (const { predecessors } of plan.tasks) {
    for (const id of predecessors) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  }
  const weights = new Map<TaskId, number>(plan.tasks.map(({ id }) => [id, 0]));
  const behind = new Map<TaskId, number>();
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const weight = (hours.get(id) ?? 1) + (behind.get(id) ?? 0);
    weights.set(id, weight);
    for (const earlier of before.get(id) ?? []) {
      behind.set(earlier, Math.max(weight, behind.get(earlier) ?? 0));
      const left = (waiting.get(earlier) ?? 0) - 1;
      waiting.set(earlier, left);
      if (left === 0) ready.push(earlier);
    }
  }
  return weights;
}
