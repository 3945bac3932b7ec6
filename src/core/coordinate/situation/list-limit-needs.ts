import type { CoordinatedPlan } from "../../model/coordinated-plan.ts";
import type { TaskId } from "../../model/ids.ts";
import type { LimitNeed } from "./situation.ts";

/** By task, what it takes of its plan's limits, in the order of these; tasks that take nothing are not in it. */
export function listLimitNeeds({
  limits,
}: Pick<CoordinatedPlan, "limits">): ReadonlyMap<TaskId, readonly LimitNeed[]> {
  const needs = new Map<TaskId, LimitNeed[]>();
  for (const { id: limit, capacity, units: taken } of limits) {
    for (const [task, units] of taken) {
      const own = needs.get(task) ?? [];
      own.push({ limit, capacity, units });
      needs.set(task, own);
    }
  }
  return needs;
}
