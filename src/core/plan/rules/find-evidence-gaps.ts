import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { Task } from "../../model/plan.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** KS203 for each task and dependency that no words of the spec stand behind. */
export function findEvidenceGaps(plan: PlanDraft): readonly Diagnostic[] {
  const tasks = plan.tasks
    .filter(({ evidence }) => !isProven(evidence))
    .map((task) => toFault(`Task ${task.id} "${task.title}"`, task));
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const dependencies = plan.dependencies
    .filter(({ evidence }) => !isProven(evidence))
    .map(({ from, to }) => toFault(`The dependency of ${to} on ${from}`, byId.get(to)));
  return [...tasks, ...dependencies];

  function toFault(what: string, task: Task | undefined): Diagnostic {
    const message = `${what} has no evidence in the spec; write a line that says it`;
    const { path, line, column } = task ?? { path: plan.specPath, line: 1, column: 1 };
    return { code: "KS203", severity: "error", message, at: { path, line, column } };
  }
}

function isProven(evidence: readonly Evidence[]): boolean {
  return evidence.some(({ quote }) => quote.trim() !== "");
}
