import type { Diagnostic, Place } from "../../model/diagnostic.ts";
import { hardRules } from "./hard-rules.ts";
import type { PlanContent, PlanRule, RuleFault } from "./plan-rule.ts";
import { qualityRules } from "./quality-rules.ts";

/** Rules that planning looks at itself, with findings that tell more: KS201 and KS203. */
const judgedBefore = ["cycles", "missing_evidence"];

/** What the rules of T.A.S.K.S v3 find in a plan about to be written. */
export interface Verdict {
  /** Rules that reject the plan. */
  readonly errors: readonly Diagnostic[];
  /** Metrics outside their bands. */
  readonly warnings: readonly Diagnostic[];
}

/** Judges a plan of ours before it is written; findings stand at the lines of the spec. */
export function judgeOwnPlan(content: PlanContent, specPath: string): Verdict {
  const hard = hardRules.filter(({ name }) => !judgedBefore.includes(name));
  return { errors: judge(hard, "error"), warnings: judge(qualityRules, "warning") };

  function judge(
    rules: readonly PlanRule[],
    severity: Diagnostic["severity"],
  ): readonly Diagnostic[] {
    return rules.flatMap(({ code, find }) =>
      find(content).map((fault) => ({
        code,
        severity,
        message: fault.message,
        at: findPlace(fault, content) ?? { path: specPath, line: 1, column: 1 },
      })),
    );
  }
}

/** Where the spec states the task that a fault is about. */
function findPlace({ keys: [list, index] }: RuleFault, { tasks }: PlanContent): Place | undefined {
  if (list !== "tasks") return undefined;
  const task = tasks.tasks[Number(index)];
  const { path, line } = task?.source ?? {};
  return path === undefined ? undefined : { path, line: line ?? 1, column: 1 };
}
