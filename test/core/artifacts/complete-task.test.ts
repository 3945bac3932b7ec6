import { describe, expect, it } from "@jest/globals";
import type { TaskJson } from "../../../src/core/model/artifact/task-json.ts";
import type { SpecTask } from "../../../src/core/model/spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";

function complete(...tasks: readonly SpecTask[]): TaskJson {
  const statements = tasks.slice(1).map(({ ref }) => anEdge(ref, "T001"));
  return JSON.parse(artifactsOf(aSpec(tasks, { statements })).get("tasks.json") ?? "").tasks[0];
}

const effort = { hours: 6, minHours: 6, maxHours: 6, points: undefined, text: "6h" };
const parts = { development: undefined, testing: undefined, review: undefined };
const confidenceOf = (task: TaskJson, field: string) =>
  task.inferred?.find((one) => one.field === field)?.confidence;

describe("a task of which the spec leaves much open", () => {
  it("gets what T.A.S.K.S v3 wants, each field marked with confidence and reason", () => {
    const task = complete(aSpecTask("T001", { title: "Show orders" }));

    expect(task).toMatchObject({
      boundaries: {
        expected_complexity: { value: "~4 h" },
        definition_of_done: {
          criteria: expect.arrayContaining(["What the title says can be used"]),
        },
        scope: { restrictions: expect.any(String) },
      },
      duration: { optimistic: 2, mostLikely: 4, pessimistic: 8 },
      durationUnits: "hours",
      acceptance_checks: [{ type: "issue", expect: { state: "completed" } }],
    });
    expect(task.inferred?.map(({ field }) => field)).toEqual([
      "boundaries.expected_complexity",
      "boundaries.definition_of_done",
      "boundaries.scope",
      "execution_guidance.logging",
      "execution_guidance.monitoring",
      "duration",
      "acceptance_checks",
      "category",
      "scheduling_hints.priority",
      "scheduling_hints",
      "risks",
    ]);
    for (const { reason } of task.inferred ?? []) expect(reason).not.toBe("");
  });

  it("keeps what is stated and says nothing of it", () => {
    const task = complete(
      aSpecTask("T001", {
        effort: { ...effort, minHours: 4, maxHours: 10, parts },
        files: [{ path: "src/a.ts", action: "edit" }],
        doneWhen: ["It shows all orders"],
        checks: [{ command: "npm test", expects: undefined, line: 3 }],
      }),
    );

    expect(task).toMatchObject({
      boundaries: {
        expected_complexity: { value: "~1 file, 6 h" },
        definition_of_done: { criteria: ["It shows all orders"] },
        scope: { includes: ["src/a.ts"] },
      },
      duration: { optimistic: 4, mostLikely: 6, pessimistic: 10 },
      acceptance_checks: [{ type: "command", cmd: "npm test" }],
    });
    expect(task.inferred?.map(({ field }) => field)).toEqual([
      "boundaries.expected_complexity",
      "execution_guidance.logging",
      "execution_guidance.checkpoints",
      "execution_guidance.monitoring",
      "category",
      "skillsRequired",
      "scheduling_hints.priority",
      "scheduling_hints",
      "risks",
      "resource_requirements.worker_capabilities_required",
    ]);
  });

  it("takes criteria from steps before files, and checks from files", () => {
    const step = { id: undefined, title: "Add the route", isDone: false, hours: undefined };
    const task = complete(
      aSpecTask("T001", {
        effort: { ...effort, parts },
        subtasks: [{ ...step, line: 2, files: [], output: undefined }],
        files: [
          { path: "src/a.ts", action: "create" },
          { path: "src/old.ts", action: "delete" },
          { path: "src/**/*.css", action: undefined },
        ],
      }),
    );

    expect(task.boundaries?.definition_of_done?.criteria).toEqual(["Done: Add the route"]);
    expect(task.acceptance_checks).toEqual([
      { type: "artifact", path: "src/a.ts", expect: { exists: true } },
      { type: "artifact", path: "src/old.ts", expect: { exists: false } },
    ]);
    expect(task.duration).toEqual({ optimistic: 4, mostLikely: 6, pessimistic: 10 });
    expect(confidenceOf(task, "duration")).toBe(0.8);
  });

  it("ends where the tasks begin that wait for it", () => {
    const task = complete(
      aSpecTask("T001"),
      aSpecTask("T002", { title: "Ship it" }),
      aSpecTask("T003"),
    );

    expect(task.boundaries?.definition_of_done?.stop_when).toBe(
      "Do not begin P1.T002 (Ship it) and 1 task more",
    );
  });
});
