import { expect, it } from "@jest/globals";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { hashTasks } from "../../../src/core/plan/hash-tasks.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEvidence } from "../../support/an-evidence.ts";
import { sha256 } from "../../support/sha256.ts";

const hashOf = (changes: Partial<SpecTask>) =>
  hashTasks([aSpecTask("T001", { title: "Show orders", ...changes })], sha256).get("T001");

const step = { id: "T001.1", title: "Draw", isDone: false, hours: 2, files: [], output: "" };
const check = { command: "npm test", expects: undefined };
const parts = { development: undefined, testing: undefined, review: undefined };
const effort = { hours: 4, minHours: 4, maxHours: 4, points: undefined, parts, text: "4h" };

it.each<Partial<SpecTask>>([
  { title: "Show all orders" },
  { description: "In a table" },
  { files: [{ path: "src/orders.ts", action: "edit" }] },
  { doneWhen: ["Orders show"] },
  { type: "Development" },
  { isOptional: true },
  { priority: "high" },
  { owner: "Ada" },
  { effort },
  { subtasks: [{ ...step, line: 12 }] },
  { checks: [{ ...check, line: 12 }] },
  { notes: ["In a table"] },
  { risks: ["May be slow"] },
  { resources: ["database"] },
  { requirements: ["FR-001"] },
])("what a task says is in its hash: %j", (changes) => {
  expect(hashOf(changes)).not.toBe(hashOf({}));
});

it.each<Partial<SpecTask>>([
  { ownId: "T009" },
  { line: 90, column: 3, path: "other.md", evidence: anEvidence(90) },
  { phase: 4, groupId: "phase:4", story: "US1" },
  { state: "done" },
  { isParallel: true },
])("its ID, its place and its box are not: %j", (changes) => {
  expect(hashOf(changes)).toBe(hashOf({}));
});

it("leaves lines, IDs and boxes of its steps and checks out", () => {
  const before = { subtasks: [{ ...step, line: 12 }], checks: [{ ...check, line: 13 }] };
  const after = {
    subtasks: [{ ...step, id: undefined, isDone: true, line: 22 }],
    checks: [{ ...check, line: 23 }],
  };

  expect(hashOf(after)).toBe(hashOf(before));
});
