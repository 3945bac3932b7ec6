import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** A plan that does not say what of the code was looked at. */
export function findMissingAnalysis({ tasks }: PlanContent): readonly RuleFault[] {
  if (tasks.meta.codebase_analysis !== undefined) return [];
  const message =
    "meta.codebase_analysis is missing; state the resources that tasks share and what of the code is reused";
  return [{ file: "tasks.json", keys: ["meta"], message }];
}
