import type { SpecGroup } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** A phase with tasks; refs parted by blanks. */
export function aPhase(number: number, refs: string, changes: Partial<SpecGroup> = {}): SpecGroup {
  return {
    id: `phase:${number}`,
    kind: "phase",
    number,
    story: undefined,
    title: `Phase ${number}`,
    priority: undefined,
    evidence: anEvidence(number * 2),
    goal: undefined,
    durationHours: undefined,
    path: "specs/shop/tasks.md",
    line: number * 2,
    taskRefs: refs.split(" ").filter((ref) => ref !== ""),
    ...changes,
  };
}
