import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** At most half of the tasks may lack an estimate. */
export function findMissingDurations({ tasks }: PlanContent): readonly RuleFault[] {
  const all = tasks.tasks;
  const first = all.findIndex(({ duration }) => duration === undefined);
  const estimated = all.filter(({ duration }) => duration !== undefined).length;
  if (all.length === 0 || 2 * estimated >= all.length) return [];
  const message = `${estimated} of ${all.length} tasks have an estimate, fewer than half; estimate the others, ${all[first]?.id} first`;
  return [{ file: "tasks.json", keys: ["tasks", first], message }];
}
