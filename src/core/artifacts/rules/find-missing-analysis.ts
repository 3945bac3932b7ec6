import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** A plan that does not say what of the code was looked at. */
export function findMissingAnalysis({ tasks }: PlanContent): readonly RuleFault[] {
  if (Object.keys(tasks.meta.codebase_analysis ?? {}).length > 0) return [];
  const message =
    "meta.codebase_analysis is missing or empty; state the resources that tasks share and what of the code is reused";
  return [{ file: "tasks.json", keys: ["meta"], message }];
}
