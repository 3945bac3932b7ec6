import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecStatement } from "../../model/spec.ts";
import { wishConfidence } from "../../model/wish-confidence.ts";

type TaskEdge = Extract<SpecStatement, { kind: "edge" }>;

/**
 * Reports each task that says it waits for nothing though something is said, in words or a table, to come
 * before it (KS116). What is said counts.
 *
 * @param denials Statements of tasks that wait for nothing.
 * @param nameOf How a task is called in messages.
 */
export function compareDenials(
  denials: readonly SpecStatement[],
  statements: readonly SpecStatement[],
  nameOf: (ref: string) => string,
): readonly Diagnostic[] {
  const firstFor = new Map<string, TaskEdge>();
  for (const edge of statements) {
    if (edge.kind !== "edge" || edge.confidence <= wishConfidence) continue;
    if (edge.basis === "graph" || edge.basis === "waves") continue;
    for (const owner of edge.owners) if (!firstFor.has(owner)) firstFor.set(owner, edge);
  }
  const seen = new Set<string>();
  return denials.flatMap((denial): readonly Diagnostic[] => {
    const owner = denial.kind === "none" ? (denial.owner ?? "") : "";
    const edge = firstFor.get(owner);
    if (edge === undefined || seen.has(owner)) return [];
    seen.add(owner);
    const on = edge.on.slice(0, 3).map(nameOf).join(", ");
    const message = `${nameOf(owner)} waits for nothing by this line, and by ${edge.path}:${edge.line} "${edge.text}" for ${on}; that counts, make the two agree`;
    const { path, line, column } = denial;
    return [{ code: "KS116", severity: "warning", message, at: { path, line, column } }];
  });
}
