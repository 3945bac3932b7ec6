import { canonicalJson } from "../../../text/canonical-json.ts";
import type { ArtifactFault } from "../artifact-set.ts";
import { grounds } from "../grounds.ts";
import type { PlanFacts } from "../plan-facts.ts";

/** KS506 for what dag.json and waves.json both tell of working side by side, and tell differently. */
export function checkExplanation({ dag, waves }: PlanFacts): readonly ArtifactFault[] {
  const rolling = waves.execution_models.rolling_frontier;
  return (["parallel_groups", "time_saved"] as const).flatMap((key) => {
    const [here, there] = [dag[key], rolling?.[key]];
    if (here === undefined || there === undefined) return [];
    if (canonicalJson(here) === canonicalJson(there)) return [];
    const message = `${key} of dag.json and of waves.json differ; run 'tasks plan' again`;
    const keys = ["execution_models", "rolling_frontier", key];
    const rests = [
      { file: "dag.json", keys: [key] },
      ...(key === "time_saved" ? [grounds.completion] : [grounds.links]),
    ];
    return [{ code: "KS506", severity: "error", file: "waves.json", keys, message, rests }];
  });
}
