import { hardRules } from "../rules/hard-rules.ts";
import type { PlanContent } from "../rules/plan-rule.ts";
import { qualityRules } from "../rules/quality-rules.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";

/** What the rules of T.A.S.K.S v3 find in a plan, and KS508 where dag.json itself calls it not ok. */
export function checkRules({ features, tasks, dag }: ArtifactSet): readonly ArtifactFault[] {
  const content: PlanContent = { features, tasks, metrics: dag.metrics };
  const faults: ArtifactFault[] = [];
  if (!dag.ok) {
    const message = `dag.json says that the plan is not ok, with ${dag.errors.length} errors; mend them in the spec and run 'tasks plan' again`;
    faults.push({ code: "KS508", severity: "error", file: "dag.json", keys: ["ok"], message });
  }
  for (const { code, find } of hardRules) {
    for (const fault of find(content)) faults.push({ code, severity: "error", ...fault });
  }
  for (const { code, find } of qualityRules) {
    for (const fault of find(content)) faults.push({ code, severity: "warning", ...fault });
  }
  return faults;
}
