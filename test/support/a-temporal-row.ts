import type { TemporalRow } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** A row of a temporal table; refs parted by blanks. */
export function aTemporalRow(
  kind: TemporalRow["kind"],
  left: string,
  right: string,
  changes: Partial<TemporalRow> = {},
): TemporalRow {
  const line = changes.line ?? 60;
  const toRefs = (refs: string) => refs.split(" ").filter((ref) => ref !== "");
  return {
    kind,
    cells: [left, right, "because the spec says so"],
    left: toRefs(left),
    right: toRefs(right),
    path: "specs/shop/tasks.md",
    line,
    column: 1,
    evidence: anEvidence(line),
    ...changes,
  };
}
