import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlanDraft } from "../plan-draft.ts";

/**
 * KS204 where a task is ticked off though one it waits for is not; KS205 where
 * a task waits for one of a later phase. Both may be meant, so they only warn.
 */
export function findOrderDoubts(plan: PlanDraft): readonly Diagnostic[] {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  return plan.dag.edges.flatMap((edge) => {
    const [from, to] = [tasks.get(edge.from), tasks.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const doubts: Diagnostic[] = [];
    if (to.state === "done" && from.state !== "done") {
      warn(
        "KS204",
        `${to.id} is ticked off, but ${from.id}, which it waits for, is not; tick that too, or take out the dependency`,
      );
    }
    if (from.phase > to.phase && to.phase > 0) {
      warn(
        "KS205",
        `${to.id} of phase ${to.phase} waits for ${from.id} of the later phase ${from.phase}; move one of them, or take out the dependency`,
      );
    }
    return doubts;

    function warn(code: string, message: string): void {
      const [said] = edge.evidence;
      const at = { path: said?.path ?? plan.specPath, line: said?.startLine ?? 1, column: 1 };
      doubts.push({ code, severity: "warning", message, at });
    }
  });
}
