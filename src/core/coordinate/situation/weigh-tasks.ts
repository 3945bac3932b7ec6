import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { TaskId } from "../../model/ids.ts";

/**
 * The number of tasks on the longest path from each task to the plan's end, itself included: the
 * higher, the more waits behind it. The order of predecessors must be acyclic, as in any plan
 * that was applied; a task on a cycle weighs 0.
 */
export function weighTasks(plan: CoordinatedPlan): ReadonlyMap<TaskId, number> {
  const before = new Map(plan.tasks.map((task) => [task.id, task.predecessors]));
  const waiting = new Map<TaskId, number>(plan.tasks.map(({ id }) => [id, 0]));
  for (const { predecessors } of plan.tasks) {
    for (const id of predecessors) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  }
  const weights = new Map<TaskId, number>(plan.tasks.map(({ id }) => [id, 0]));
  const behind = new Map<TaskId, number>();
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const weight = 1 + (behind.get(id) ?? 0);
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
