import type { Diagnostic } from "../../model/diagnostic.ts";
import type { PlanDraft } from "../plan-draft.ts";

/** Fewer tasks than these may well have no order. */
const fewest = 5;

/** KS222: a plan of some size in which no line says what waits for what. */
export function findMissingOrder({ tasks, dag }: PlanDraft): readonly Diagnostic[] {
  const [first] = tasks;
  if (first === undefined || tasks.length < fewest || dag.edges.length > 0) return [];
  const { path, line, column } = first;
  const message = `No line says what waits for what, so all ${tasks.length} tasks could start at once; write \`Depends on: …\` where one needs another`;
  return [{ code: "KS222", severity: "info", message, at: { path, line, column } }];
}
