import type { Plan } from "../model/plan.ts";
import type { PlanRecord } from "../model/record.ts";
import { describeMatches } from "./describe-matches.ts";

/**
 * Says what a plan changes in the last one, one line a task: `=` known again under another title, and
 * how; `+` new; `-` gone.
 */
export function describePlanChange(plan: Plan, last: PlanRecord): readonly string[] {
  const known = new Set(plan.matches.map(({ id }) => id));
  const current = new Set(plan.tasks.map(({ id }) => id));
  const fresh = plan.tasks.filter(({ id }) => !known.has(id));
  const gone = last.tasks.filter(({ id, isRetired }) => !isRetired && !current.has(id));
  return [
    ...describeMatches(plan).map((line) => `= ${line}`),
    ...fresh.map(({ id, title }) => `+ ${id} "${title}"`),
    ...gone.map(({ id, title }) => `- ${id} "${title}"`),
  ];
}
