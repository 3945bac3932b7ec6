import { describe, expect, it } from "@jest/globals";
import { coordinatorJson } from "../../../src/core/model/artifact/coordinator-json.ts";
import { dagJson } from "../../../src/core/model/artifact/dag-json.ts";
import { featuresJson } from "../../../src/core/model/artifact/features-json.ts";
import { tasksJson } from "../../../src/core/model/artifact/tasks-json.ts";
import { tasksMetaJson } from "../../../src/core/model/artifact/tasks-meta-json.ts";
import { wavesJson } from "../../../src/core/model/artifact/waves-json.ts";
import type { Calendar } from "../../../src/core/model/config.ts";
import { canonicalJson } from "../../../src/core/text/canonical-json.ts";
import { aPhase } from "../../support/a-phase.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";
import { anEvidence } from "../../support/an-evidence.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { sha256 } from "../../support/sha256.ts";

const files = artifactsOf(aRichSpec());

describe("renderArtifacts", () => {
  it("writes the eight files of a plan, each closed by a newline", () => {
    expect([...files.keys()]).toEqual([
      "features.json",
      "tasks.json",
      "dag.json",
      "waves.json",
      "coordinator.json",
      "Plan.md",
      "Decisions.md",
      ".tasks-meta.json",
    ]);
    for (const text of files.values()) expect(text).toMatch(/[^\n]\n$/);
  });

  it.each([
    ["features.json", featuresJson],
    ["tasks.json", tasksJson],
    ["dag.json", dagJson],
    ["waves.json", wavesJson],
    ["coordinator.json", coordinatorJson],
    [".tasks-meta.json", tasksMetaJson],
  ])("writes nothing into %s that its schema does not know", (name, schema) => {
    const value = read(name);

    expect(schema.parse(value)).toEqual(value);
  });

  it("hashes each JSON file without what was generated", () => {
    for (const name of [
      "features.json",
      "tasks.json",
      "dag.json",
      "waves.json",
      "coordinator.json",
    ]) {
      const { generated, ...rest } = read(name);

      expect(generated).toEqual({
        by: "T.A.S.K.S v3",
        timestamp: "2026-01-02T03:04:05.000Z",
        contentHash: sha256(canonicalJson(rest)),
      });
      expect(read(".tasks-meta.json").files[name]).toBe(generated.contentHash);
    }
  });

  it("gives the same bytes for the same input, and the same hashes at another time", () => {
    const again = artifactsOf(aRichSpec());
    const later = artifactsOf(aRichSpec(), {}, "2027-01-01T00:00:00.000Z");

    expect([...again]).toEqual([...files]);
    expect(JSON.parse(later.get(".tasks-meta.json") ?? "").files).toEqual(
      read(".tasks-meta.json").files,
    );
    expect(later.get("Plan.md")).toBe(files.get("Plan.md"));
  });

  it("says what a feature is for, where the spec does", () => {
    const task = aSpecTask("T001", { groupId: "phase:1" });
    const group = aPhase(1, "T001", { goal: "Orders can be stored" });

    const text = artifactsOf(aSpec([task], { groups: [group] })).get("features.json") ?? "";

    expect(JSON.parse(text).features).toMatchObject([{ description: "Orders can be stored" }]);
    expect(read("features.json").features[0]).not.toHaveProperty("description");
  });

  it("dates each task, each wave and the plan where the settings have a calendar", () => {
    const calendar: Calendar = {
      ...{ start: "2026-03-02", timeZone: "Europe/Berlin", days: [1, 2, 3, 4, 5] },
      ...{ hours: [{ from: 540, to: 1020 }], holidays: [] },
    };
    const dated = artifactsOf(aRichSpec(), { calendar });
    const waves = JSON.parse(dated.get("waves.json") ?? "");

    expect(wavesJson.parse(waves)).toEqual(waves);
    expect(waves.calendar).toEqual({
      time_zone: "Europe/Berlin",
      start: "2026-03-02T09:00+01:00",
    });
    const date = expect.stringMatching(/^2026-03-\d\dT\d\d:\d\d\+0[12]:00$/);
    const dates = { p50_date: date, p80_date: date, p95_date: date };
    const { wave_based, rolling_frontier } = waves.execution_models;
    expect(wave_based.estimated_completion).toMatchObject(dates);
    expect(wave_based.waves[0].timing).toMatchObject({ start_p50_date: date, finish: dates });
    expect(rolling_frontier.estimated_completion_time).toMatchObject(dates);
    expect(rolling_frontier.task_forecasts[1]).toMatchObject({ finish: dates });
    expect(dated.get("Plan.md")).toContain(
      "By the calendar, with work from 2026-03-02 09:00 (Europe/Berlin) on:",
    );
    expect(files.get("waves.json")).not.toContain("_date");
  });

  it("says of each task what settings say of its run", () => {
    const hints = {
      ...{ cpuCores: 2, memoryMb: 512, diskIoMbps: 0, skills: ["sql"], avoids: ["T003"] },
      isPreemptible: true,
    };
    const machine = { cpuCores: 8, memoryMb: 4096, diskIoMbps: undefined };

    const told = artifactsOf(aRichSpec(), { taskHints: { T002: hints }, machine });

    const { meta, tasks } = tasksJson.parse(JSON.parse(told.get("tasks.json") ?? ""));
    expect(meta.resource_limits).toEqual({
      ...{ max_concurrent_tasks: 10, max_memory_gb: 4, max_cpu_cores: 8 },
    });
    expect(tasks[1]?.resource_requirements).toMatchObject({
      estimated: { cpu_cores: 2, memory_mb: 512 },
      worker_capabilities_required: ["sql"],
    });
    expect(tasks[1]?.scheduling_hints).toMatchObject({ preemptible: true });
    expect(tasks[1]?.scheduling_hints?.avoid_concurrent_with).toContain("P2.T003");
    expect(tasks[2]?.scheduling_hints?.avoid_concurrent_with).toEqual(["P1.T002"]);
    const { rolling_frontier } = JSON.parse(told.get("waves.json") ?? "").execution_models;
    expect(rolling_frontier.resource_utilization_forecast).toMatchObject({
      average_cpu_percent: expect.any(Number),
      max_concurrency: expect.any(Number),
    });
  });

  it("tells a coordinator how machines are given out", () => {
    const allocation = {
      ...{ headroomPercent: 10, isPreemptionEnabled: false },
      preemptionPriorities: ["low"] as const,
    };

    const text = artifactsOf(aRichSpec(), { allocation }).get("coordinator.json") ?? "";

    expect(JSON.parse(text).coordinator.policies.resource_allocation).toEqual({
      strategy: "bin_packing_with_headroom",
      headroom_percent: 10,
      oversubscription_allowed: false,
      preemption_enabled: false,
      preemption_priorities: ["low"],
    });
  });

  it("states of a task what the spec states, and leaves out the rest where nothing may be inferred", () => {
    const strict = artifactsOf(aRichSpec(), {}, undefined, true);
    const [first, second] = JSON.parse(strict.get("tasks.json") ?? "").tasks;

    expect(Object.keys(first)).toEqual([
      "id",
      "feature_id",
      "title",
      "files",
      "boundaries",
      "resource_requirements",
      "resource_reasons",
      "scheduling_hints",
      "source_evidence",
      "contentHash",
      "source",
    ]);
    expect(first).toMatchObject({
      id: "P1.T001",
      feature_id: "F001",
      boundaries: {
        definition_of_done: { criteria: ["The table exists", "It has an index"] },
        scope: { includes: ["db/migrations/001_orders.sql"] },
      },
      resource_requirements: { estimated: { exclusive_resources: ["database_migrations"] } },
      source: { id: "T001", path: "specs/shop/tasks.md", line: 11, state: "done", parallel: false },
    });
    expect(second).not.toHaveProperty("boundaries");
    expect(second.resource_reasons).toMatchObject([{ origin: "inferred", confidence: 0.75 }]);
  });

  it("keeps contention beside the graph and counts it apart", () => {
    const { dependencies, resource_conflicts, meta } = read("tasks.json");
    const { metrics } = read("dag.json");

    expect(resource_conflicts).toMatchObject({
      database_migrations: {
        tasks: ["P1.T001", "P1.T002"],
        resolution: "sequential_ordering",
        suggested_order: ["P1.T001", "P1.T002"],
      },
    });
    expect(Object.keys(meta.codebase_analysis.shared_resources)).toEqual([
      "database_migrations",
      "deployment_pipeline",
    ]);
    expect(
      dependencies.filter((one: { type: string }) => one.type === "mutual_exclusion"),
    ).toMatchObject([
      { from: "P1.T001", to: "P1.T002", shared_resource: "database_migrations", isHard: true },
    ]);
    expect(metrics).toMatchObject({
      nodes: 5,
      edges: 3,
      mutualExclusionEdges: 1,
      edgeDensity: 0.15,
    });
    expect(metrics.resourceUtilization.database_migrations).toEqual({
      total_tasks: 2,
      capacity: 1,
      waves_required: 2,
      serialization_impact: "3 waves in all, 3 without this limit",
    });
  });

  it("writes an owner of each statement, null where no task says it", () => {
    const where = { path: "specs/shop/tasks.md", column: 1, evidence: anEvidence(5) };
    const statements = [
      { kind: "external", owner: undefined, text: "Needs the legal team", line: 5, ...where },
      { kind: "none", owner: "T001", text: "Depends on: none", line: 6, ...where },
    ] as const;
    const spec = aSpec([aSpecTask("T001")], { statements });

    const { meta } = JSON.parse(artifactsOf(spec).get("tasks.json") ?? "");

    expect(meta.unresolved).toMatchObject([{ owner: null, line: 5 }]);
    expect(meta.explicit_none).toEqual([
      { path: "specs/shop/tasks.md", line: 6, owner: "P1.T001", text: "Depends on: none" },
    ]);
  });

  it("names statements that found nothing, and dependencies kept out", () => {
    expect(read("tasks.json").meta.unresolved).toEqual([
      {
        path: "specs/shop/tasks.md",
        line: 41,
        owner: "P2.T004",
        text: "Depends on: T0<99>",
        kind: "unresolved",
      },
    ]);
    expect(read("dag.json").lowConfidenceDeps).toMatchObject([{ from: "P2.T003", to: "P2.T004" }]);
    expect(read("dag.json").softDeps.length).toBeGreaterThan(0);
  });

  it("queues what can start as the boxes stand", () => {
    const { frontier_management } = read("coordinator.json").coordinator.state_management;

    expect(frontier_management).toEqual({
      ready_queue: ["P2.T003", "P2.T004", "P1.T002"],
      priority_order: ["P1.T001", "P2.T003", "P2.T004", "P1.T002", "P3.T005"],
      resource_wait_queue: [],
      worker_assignments: {},
      resource_allocations: {},
      checkpoint_registry: {},
    });
    expect(read("waves.json").execution_models.rolling_frontier.initial_frontier).toEqual([
      "P1.T002",
      "P2.T003",
      "P2.T004",
    ]);
  });

  it("is ok without errors and says what was judged", () => {
    const dag = read("dag.json");

    expect(dag.ok).toBe(true);
    expect(dag.hard_fails.judged).toContain("cycles");
    expect(dag.hard_fails.judged).toHaveLength(12);
    expect(dag.hard_fails.not_judged).toEqual([]);
  });

  it("writes every file for a plan with a cycle, not ok, with the edge to look at", () => {
    const broken = artifactsOf(
      aSpec([aSpecTask("T001"), aSpecTask("T002")], {
        statements: [anEdge("T001", "T002"), anEdge("T002", "T001", { confidence: 0.8, line: 44 })],
      }),
    );

    const dag = JSON.parse(broken.get("dag.json") ?? "");
    expect(broken.size).toBe(8);
    expect(dag).toMatchObject({
      ok: false,
      errors: [{ code: "KS201", path: "specs/shop/tasks.md", line: 44 }],
      cycle_break_suggestions: [{ from: "P1.T001", to: "P1.T002", confidence: 0.8 }],
    });
    expect(broken.get("Plan.md")).toContain("**not ok**: 1 error");
  });

  it("writes a plan without tasks", () => {
    const empty = artifactsOf(aSpec([]));

    expect(JSON.parse(empty.get("waves.json") ?? "")).toMatchObject({
      execution_models: { wave_based: { waves: [], total_waves: 0 } },
    });
  });

  function read(name: string) {
    return JSON.parse(files.get(name) ?? "null");
  }
});
