import type { SpecStatement } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** A task's own statement: each of `owners` waits for each of `on`; refs parted by blanks. */
export function anEdge(
  owners: string,
  on: string,
  changes: Partial<Extract<SpecStatement, { kind: "edge" }>> = {},
): SpecStatement {
  const line = changes.line ?? 20;
  return {
    kind: "edge",
    text: `${owners} depends on ${on}`,
    owners: owners.split(" "),
    on: on.split(" "),
    reason: undefined,
    confidence: 1,
    basis: "task",
    path: "specs/shop/tasks.md",
    line,
    column: 3,
    evidence: anEvidence(line),
    ...changes,
  };
}
