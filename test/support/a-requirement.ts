import type { SpecRequirement } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** Something that the spec asks for, on the line given. */
export function aRequirement(
  id: string,
  text: string,
  changes: Partial<SpecRequirement> = {},
): SpecRequirement {
  const line = changes.line ?? 100;
  return {
    id,
    kind: "functional",
    text,
    level: "must",
    priority: undefined,
    parentId: undefined,
    isUnclear: false,
    evidence: anEvidence(line),
    path: "specs/shop/spec.md",
    line,
    column: 1,
    ...changes,
  };
}
