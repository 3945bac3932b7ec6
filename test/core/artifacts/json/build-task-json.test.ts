import { describe, expect, it } from "@jest/globals";
import { readPlan } from "../../../../src/core/artifacts/read-plan.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEvidence } from "../../../support/an-evidence.ts";
import { artifactsOf } from "../../../support/artifacts-of.ts";
import { sha256 } from "../../../support/sha256.ts";

const sql = { path: "db/001.sql", action: "create" } as const;
const spec = aSpec([
  aSpecTask("T001", {
    type: "Development",
    priority: "high",
    owner: "Ada",
    isOptional: true,
    effort: {
      ...{ hours: 20, minHours: 16, maxHours: 24, points: undefined, text: "2-3 days" },
      parts: { development: 16, testing: 4, review: undefined },
    },
    files: [sql],
    subtasks: [
      {
        ...{ id: "T001.1", title: "Write the table", isDone: true, hours: 2, line: 12 },
        ...{ files: [sql], output: "A table" },
      },
      {
        ...{ id: undefined, title: "Fill it", isDone: false, hours: undefined, line: 13 },
        ...{ files: [], output: undefined },
      },
    ],
    checks: [{ command: "npm test", expects: "all green", line: 15 }],
    notes: ["Keep it small"],
    risks: ["Locks the table"],
    resources: ["staging database"],
    requirements: ["FR-001"],
  }),
  aSpecTask("T002", {
    path: "specs/shop/plan.md",
    evidence: anEvidence(12, { confidence: 0.6 }),
  }),
]);
const files = artifactsOf(spec);
const strictFiles = artifactsOf(spec, {}, undefined, true);
const [stated, inferred] = JSON.parse(files.get("tasks.json") ?? "").tasks;

describe("a task of tasks.json", () => {
  it("has all that its text says", () => {
    expect(stated).toMatchObject({
      stated_type: "Development",
      owner: "Ada",
      optional: true,
      stated_effort: {
        ...{ hours: 20, min_hours: 16, max_hours: 24, text: "2-3 days" },
        parts: { development: 16, testing: 4 },
      },
      files: [sql],
      subtasks: [
        {
          ...{ id: "T001.1", title: "Write the table", done: true, hours: 2, line: 12 },
          ...{ files: [sql], output: "A table" },
        },
        { id: "T001.2", title: "Fill it", done: false, line: 13 },
      ],
      acceptance_checks: [{ type: "command", cmd: "npm test", expect: { stated: "all green" } }],
      scheduling_hints: { priority: "high" },
      notes: ["Keep it small"],
      risks: ["Locks the table"],
      stated_resources: ["staging database"],
      requirements: ["FR-001"],
    });
  });

  it("names file and line where it is stated, and only the file where it is inferred", () => {
    expect(stated.source).toMatchObject({ id: "T001", path: "specs/shop/tasks.md", line: 11 });
    expect(inferred.source).toMatchObject({ path: "specs/shop/plan.md" });
    expect(inferred.source).not.toHaveProperty("line");
  });

  it("leaves out what it does not say where nothing may be inferred", () => {
    const strict = JSON.parse(strictFiles.get("tasks.json") ?? "").tasks[1];

    expect(Object.keys(strict)).toEqual([
      ...["id", "feature_id", "title", "source_evidence", "contentHash", "source"],
    ]);
  });

  it("is taken by validate-plan", () => {
    expect(readPlan(files, sha256).isOk).toBe(true);
  });
});
