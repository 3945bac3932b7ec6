import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** KS208 for each link that was made soft because tasks would have waited for each other. */
export function findBrokenCycles({ broken, tasks, specPath }: PlanDraft): readonly Diagnostic[] {
  const names = new Map(tasks.map((task) => [task.id, task.ownId ?? task.id]));
  return (broken ?? []).map(({ link, cycle }) => {
    const way = cycle.map((id) => names.get(id) ?? id).join(" → ");
    const { from, to, confidence, evidence } = link;
    const arrow = `${names.get(from) ?? from} → ${names.get(to) ?? to}`;
    const message = `Tasks would wait for each other (${way}), so the least sure link ${arrow} (${confidence}) orders nothing; take it out, or state what comes first`;
    const at = {
      path: evidence[0]?.path ?? specPath,
      line: evidence[0]?.startLine ?? 1,
      column: 1,
    };
    return { code: "KS208", severity: "warning", message, at };
  });
}
