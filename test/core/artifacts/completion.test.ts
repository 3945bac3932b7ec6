import { describe, expect, it } from "@jest/globals";
import { renderArtifacts } from "../../../src/core/artifacts/render-artifacts.ts";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import { parseConfig } from "../../../src/core/config/parse-config.ts";
import type { TaskJson } from "../../../src/core/model/artifact/task-json.ts";
import type { Codebase } from "../../../src/core/model/codebase.ts";
import type { Config } from "../../../src/core/model/config.ts";
import type { Preset } from "../../../src/core/model/preset.ts";
import type { SpecSubtask, SpecTask } from "../../../src/core/model/spec.ts";
import { buildPlan } from "../../../src/core/plan/build-plan.ts";
import { buildSchedule } from "../../../src/core/schedule/build-schedule.ts";
import { aCodebase, aSource } from "../../support/a-codebase.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { sha256 } from "../../support/sha256.ts";

interface Given {
  readonly config?: Config;
  readonly codebase?: Codebase;
  readonly preset?: Preset;
  readonly isStrict?: boolean;
}

/** The tasks of tasks.json. */
function complete(tasks: readonly SpecTask[], given: Given = {}): readonly TaskJson[] {
  const { config = defaultConfig, codebase, preset, isStrict = false } = given;
  const context = { config, record: undefined, hash: sha256, codebase };
  const plan = buildPlan(aSpec(tasks), context);
  const schedule = buildSchedule(plan);
  const { files } = renderArtifacts({
    ...{ plan, schedule, preset, isStrict, diagnostics: [], hash: sha256, version: "1" },
    generatedAt: "2026-01-02T03:04:05.000Z",
  });
  return JSON.parse(files.get("tasks.json") ?? "").tasks;
}

function completeOne(changes: Partial<SpecTask>, given: Given = {}): TaskJson {
  const [task] = complete([aSpecTask("T001", changes)], given);
  if (task === undefined) throw new Error("no task");
  return task;
}

const step = (title: string, hours?: number): SpecSubtask => ({
  ...{ id: undefined, title, isDone: false, hours, files: [], output: undefined, line: 1 },
});
const inferenceOf = (task: TaskJson, field: string) =>
  task.inferred?.find((one) => one.field === field);

describe("guidance", () => {
  it("stops after each step but the last, at the share of the hours done by then", () => {
    const task = completeOne({ subtasks: [step("Add it", 3), step("Try it", 1), step("End", 4)] });

    expect(task.execution_guidance?.checkpoints).toEqual(['After "Add it"', 'After "Try it"']);
    expect(task.execution_guidance?.monitoring?.checkpoint_events).toEqual([
      { at: "38%", name: "add_it", rollback_capable: true },
      { at: "50%", name: "try_it", rollback_capable: true },
    ]);
    expect(task.scheduling_hints).toMatchObject({ checkpoint_capable: true, preemptible: true });
  });

  it("takes nothing back, retries nothing and interrupts nothing that changes what all share", () => {
    const files = [{ path: "db/migrations/1.sql", action: "create" as const }];
    const task = completeOne({ files, subtasks: [step("Add"), step("Run")] });

    expect(task.execution_guidance?.monitoring?.checkpoint_events).toMatchObject([
      { at: "50%", rollback_capable: false },
    ]);
    expect(task.scheduling_hints).toMatchObject({
      preemptible: false,
      retry_on_failure: false,
      can_pause_resume: false,
    });
  });
});

it("says of how many files and steps its size is made", () => {
  const files = [
    { path: "a.ts", action: "create" as const },
    { path: "b.ts", action: "edit" as const },
    { path: "c.ts", action: "edit" as const },
    { path: "d.ts", action: undefined },
  ];
  const task = completeOne({ files, subtasks: [step("Add"), step("Run")] });

  expect(task.boundaries?.expected_complexity?.breakdown).toBe(
    "creates 1 file, edits 2 files, names 1 file; 2 steps",
  );
  expect(completeOne({}).boundaries?.expected_complexity).not.toHaveProperty("breakdown", "");
});

it("marks needs that nothing states, with what speaks for them", () => {
  expect(completeOne({ title: "Run the orders migration" }).inferred).toContainEqual({
    field: "resource_requirements.estimated",
    confidence: 0.75,
    reason: expect.stringMatching(/^database_migrations: its title says "/),
  });
});

describe("skills and category", () => {
  it.each<[string, Partial<SpecTask>, string, readonly string[] | undefined]>([
    ["files", { files: [{ path: "a/x.py", action: "edit" }] }, "implementation", ["python"]],
    ["a resource", { title: "Run the orders migration" }, "implementation", ["database"]],
    ["the kind of work", { title: "Write tests for orders" }, "integration", ["testing"]],
    ["a stated type", { title: "Orders", type: "Setup" }, "foundation", undefined],
    ["polishing words", { title: "Optimize the API" }, "optimization", ["backend"]],
    ["nothing", { title: "Do orders" }, "implementation", undefined],
  ])("are told by %s", (_, changes, category, skills) => {
    expect(completeOne(changes)).toMatchObject({
      category,
      ...(skills && { skillsRequired: skills }),
    });
    if (skills === undefined) expect(completeOne(changes).skillsRequired).toBeUndefined();
  });

  it("are those that settings name, with what it needs of a machine", () => {
    const text = "tasks:\n  T001: { cpu_cores: 2, memory_mb: 512, skills: [ops] }\n";
    const { config } = parseConfig(text, "c.yml");
    const task = completeOne({ title: "Write tests for orders" }, { config });

    expect(config.taskHints).toHaveProperty("T001");
    expect(task.skillsRequired).toEqual(["ops"]);
    expect(task.resource_requirements).toMatchObject({
      estimated: { cpu_cores: 2, memory_mb: 512 },
      worker_capabilities_required: ["ops"],
    });
  });
});

describe("what the code adds", () => {
  const codebase = aCodebase({
    paths: ["test/orders.test.ts"],
    texts: new Map([
      ["package.json", '{"scripts":{"test":"jest"}}'],
      ["CODEOWNERS", "* @acme/shop"],
    ]),
    sources: [aSource("src/orders.ts", [{ name: "OrderStore" }])],
  });
  const files = [{ path: "src/orders.ts", action: "edit" as const }];

  it("is reuse, owners and the tests that show that it is done", () => {
    const task = completeOne({ files }, { codebase });

    expect(task).toMatchObject({
      reuses_existing: { extends: [], imports: ["OrderStore"] },
      code_owners: ["@acme/shop"],
      acceptance_checks: [
        { type: "command", cmd: "npm test -- test/orders.test.ts" },
        { type: "artifact", path: "src/orders.ts", expect: { exists: true } },
      ],
    });
    expect(inferenceOf(task, "reuses_existing")?.confidence).toBe(0.8);
    expect(inferenceOf(task, "acceptance_checks")?.confidence).toBe(0.7);
  });

  it("is nothing where no code was looked at", () => {
    const task = completeOne({ files });

    expect(task.reuses_existing).toBeUndefined();
    expect(task.acceptance_checks).toEqual([
      { type: "artifact", path: "src/orders.ts", expect: { exists: true } },
    ]);
  });
});

describe("risks and neighbours", () => {
  it("are what the plan shows: turns, files of others, delays, and what runs beside", () => {
    const files = [{ path: "db/migrations/1.sql", action: "edit" as const }];
    const tasks = ["T001", "T002"].map((id) => aSpecTask(id, { files }));
    const [first, , third] = complete([...tasks, aSpecTask("T003"), aSpecTask("T004")]);

    expect(first?.risks).toEqual([
      "It may wait for its turn on database_migrations: P1.T002 needs it too",
      expect.stringMatching(/^A delay delays the plan: .* in \d+% of/),
      "P1.T002 changes files of it too",
    ]);
    expect(third?.parallel_with).toContain("P1.T004");
  });

  it("are left alone where the spec names risks", () => {
    const task = completeOne({ risks: ["The carrier is slow"] });

    expect(task.risks).toEqual(["The carrier is slow"]);
    expect(inferenceOf(task, "risks")).toBeUndefined();
  });
});

describe("a preset", () => {
  it.each<[Preset, string]>([
    ["mvp", "Shortcuts taken are written down with what it takes to undo them"],
    ["hardening", "Metrics and alerts are there, with a runbook for each alert"],
  ])("%s adds to what a building task is asked for, and says so", (preset, criterion) => {
    const task = completeOne({ doneWhen: ["Orders show"] }, { preset });
    const { criteria } = task.boundaries?.definition_of_done ?? {};

    expect(criteria?.[0]).toBe("Orders show");
    expect(criteria).toContain(criterion);
    expect(inferenceOf(task, "boundaries.definition_of_done")?.reason).toContain(preset);
  });

  it("adds nothing to other work", () => {
    const task = completeOne(
      { title: "Write tests for orders", doneWhen: ["x"] },
      { preset: "mvp" },
    );

    expect(task.boundaries?.definition_of_done?.criteria).toEqual(["x"]);
  });
});

it("infers nothing where nothing may be inferred", () => {
  const task = completeOne({ subtasks: [step("a"), step("b")] }, { isStrict: true });

  expect(task.inferred).toBeUndefined();
  expect(task.category).toBeUndefined();
  expect(task.execution_guidance).toBeUndefined();
});
