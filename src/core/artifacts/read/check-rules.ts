import { hardRules } from "../rules/hard-rules.ts";
import type { PlanContent } from "../rules/plan-rule.ts";
import { qualityRules } from "../rules/quality-rules.ts";
import type { ArtifactFault } from "./artifact-set.ts";
import { grounds } from "./grounds.ts";
import type { PlanFacts } from "./plan-facts.ts";

/**
 * What the rules of T.A.S.K.S v3 find in a plan, and KS508 where dag.json itself calls it not ok, or
 * lists errors and calls it ok.
 */
export function checkRules({ features, tasks, dag }: PlanFacts): readonly ArtifactFault[] {
  const content: PlanContent = { features, tasks, metrics: dag.metrics };
  return [
    ...checkVerdict(dag),
    ...hardRules.flatMap(({ code, find }) =>
      find(content).map((fault) => {
        const [list] = fault.keys;
        const rests = [grounds.links, grounds.tasks].filter(({ keys }) => keys[0] === list);
        return {
          code,
          severity: "error" as const,
          ...fault,
          rests: [...rests, ...toParent(fault.keys)],
        };
      }),
    ),
    ...qualityRules.flatMap(({ code, find }) =>
      find(content).map((fault) => ({ code, severity: "warning" as const, ...fault })),
    ),
  ];
}

function checkVerdict({ ok, errors }: PlanFacts["dag"]): readonly ArtifactFault[] {
  if (ok && errors.length === 0) return [];
  const count = `${errors.length} ${errors.length === 1 ? "error" : "errors"}`;
  const message = ok
    ? `dag.json calls the plan ok and lists ${count}; run 'tasks plan' again`
    : errors.length === 0
      ? "dag.json says that the plan is not ok and lists no error; run 'tasks plan' again"
      : `dag.json says that the plan is not ok, with ${count}; mend them in the spec and run 'tasks plan' again`;
  return [{ code: "KS508", severity: "error", file: "dag.json", keys: ["ok"], message }];
}

/** The task, dependency or conflict that a fault is in. */
function toParent(keys: readonly (string | number)[]) {
  return keys.length < 2 ? [] : [{ file: "tasks.json", keys: keys.slice(0, 2) }];
}
