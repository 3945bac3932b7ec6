import type { SpecStatement } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** A statement that groups wait for groups. */
export function aGroupEdge(
  ownerGroups: readonly string[],
  onGroups: readonly string[],
): SpecStatement {
  return {
    kind: "group-edge",
    text: `${ownerGroups.join(", ")} depends on ${onGroups.join(", ")}`,
    ownerGroups,
    onGroups,
    confidence: 0.9,
    path: "specs/shop/tasks.md",
    line: 80,
    column: 1,
    evidence: anEvidence(80, { confidence: 0.9 }),
  };
}
