import type { SpecDocument, SpecTask } from "../../src/core/model/spec.ts";

/** A spec with these tasks in this order, and nothing else unless said. */
export function aSpec(
  tasks: readonly SpecTask[],
  changes: Partial<SpecDocument> = {},
): SpecDocument {
  return {
    path: "specs/shop/tasks.md",
    title: "Shop",
    dialect: "spec-kit",
    files: ["specs/shop/tasks.md"],
    fields: [],
    requirements: [],
    parts: [],
    risks: [],
    team: [],
    groups: [],
    tasks,
    statements: [],
    temporal: [],
    diagnostics: [],
    ...changes,
  };
}
