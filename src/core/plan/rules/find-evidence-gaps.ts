import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** KS203 for each task and dependency that no words of the spec stand behind. */
export function findEvidenceGaps(plan: PlanDraft): readonly Diagnostic[] {
  const tasks = plan.tasks
    .filter(({ evidence }) => !isProven(evidence))
    .map((task) => toFault(`Task ${task.id} "${task.title}"`, task.line));
  const lines = new Map(plan.tasks.map((task) => [task.id, task.line]));
  const dependencies = plan.dependencies
    .filter(({ evidence }) => !isProven(evidence))
    .map(({ from, to }) => toFault(`The dependency of ${to} on ${from}`, lines.get(to) ?? 1));
  return [...tasks, ...dependencies];

  function toFault(what: string, line: number): Diagnostic {
    const message = `${what} has no evidence in the spec; write a line that says it`;
    return {
      code: "KS203",
      severity: "error",
      message,
      at: { path: plan.specPath, line, column: 1 },
    };
  }
}

function isProven(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ quote }) => quote.trim() !== "");
}
