import type { SpecTask } from "../../src/core/model/spec.ts";
import { anEvidence } from "./an-evidence.ts";

/** A task as written, with an ID of its own, such as `T001`; its line is that of its number unless said. */
export function aSpecTask(ownId: string, changes: Partial<SpecTask> = {}): SpecTask {
  const line = changes.line ?? Number(ownId.replace(/\D/g, "")) + 10;
  return {
    ref: ownId,
    ownId,
    title: `Build part ${ownId}`,
    phase: 1,
    story: undefined,
    groupId: undefined,
    state: "todo",
    isParallel: false,
    description: undefined,
    files: [],
    doneWhen: [],
    type: undefined,
    isOptional: false,
    priority: undefined,
    owner: undefined,
    skills: [],
    effort: undefined,
    subtasks: [],
    checks: [],
    notes: [],
    risks: [],
    resources: [],
    requirements: [],
    path: "specs/shop/tasks.md",
    evidence: anEvidence(line),
    line,
    column: 1,
    ...changes,
  };
}
