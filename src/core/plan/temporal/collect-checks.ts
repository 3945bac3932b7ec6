import type { TaskId } from "../../model/ids.ts";
import type { TemporalConstraint } from "../../model/plan.ts";

/** What rows about the product ask of the tasks that they touch, by task. */
export function collectChecks(
  constraints: readonly TemporalConstraint[],
): ReadonlyMap<TaskId, readonly string[]> {
  const checks = new Map<TaskId, readonly string[]>();
  for (const { effect, tasks, text } of constraints) {
    if (effect !== "check") continue;
    for (const id of tasks) checks.set(id, [...(checks.get(id) ?? []), text]);
  }
  return checks;
}
