import { describe, expect, it } from "@jest/globals";
import { readPlan } from "../../../src/core/artifacts/read-plan.ts";
import type { CoordinatorJson } from "../../../src/core/model/artifact/coordinator-json.ts";
import type { DagJson } from "../../../src/core/model/artifact/dag-json.ts";
import type { DependencyJson } from "../../../src/core/model/artifact/dependency-json.ts";
import type { FeaturesJson } from "../../../src/core/model/artifact/features-json.ts";
import type { TaskJson } from "../../../src/core/model/artifact/task-json.ts";
import type { TasksJson } from "../../../src/core/model/artifact/tasks-json.ts";
import type { WavesJson } from "../../../src/core/model/artifact/waves-json.ts";
import { canonicalJson } from "../../../src/core/text/canonical-json.ts";
import { aPhase } from "../../support/a-phase.ts";
import { aSpec } from "../../support/a-spec.ts";
import { aSpecTask } from "../../support/a-spec-task.ts";
import { anEdge } from "../../support/an-edge.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";
import { sha256 } from "../../support/sha256.ts";

/** A plan with a triangle of dependencies and two migrations that take turns. */
const files = artifactsOf(
  aSpec(
    [
      aSpecTask("T001", { groupId: "phase:1", title: "Run the orders migration" }),
      aSpecTask("T002", { groupId: "phase:1", title: "Add the page" }),
      aSpecTask("T003", { groupId: "phase:1", title: "Test the page" }),
      aSpecTask("T004", { groupId: "phase:1", title: "Run the prices migration" }),
      aSpecTask("T005", { groupId: "phase:1", title: "Write the guide" }),
    ],
    {
      groups: [aPhase(1, "T001 T002 T003 T004 T005")],
      statements: [anEdge("T002", "T001"), anEdge("T003", "T002"), anEdge("T003", "T001")],
    },
  ),
);

interface Plan {
  readonly "features.json": FeaturesJson;
  readonly "tasks.json": TasksJson;
  readonly "dag.json": DagJson;
  readonly "waves.json": WavesJson;
  readonly "coordinator.json": CoordinatorJson;
}

const names = [
  "features.json",
  "tasks.json",
  "dag.json",
  "waves.json",
  "coordinator.json",
] as const;
const readAll = () =>
  Object.fromEntries(
    names.map((name) => [name, JSON.parse(files.get(name) ?? "")]),
  ) as unknown as Plan;

/** The plan with one thing changed and all hashes made true again, so that only the change is wrong. */
function mutate(change: (plan: Plan) => void): ReadonlyMap<string, string> {
  const plan = readAll();
  change(plan);
  const meta = JSON.parse(files.get(".tasks-meta.json") ?? "");
  const changed = new Map(files);
  for (const name of names) {
    const { generated, ...rest } = plan[name];
    const contentHash = sha256(canonicalJson(rest));
    meta.files[name] = contentHash;
    changed.set(
      name,
      JSON.stringify({ ...rest, generated: { ...generated, contentHash } }, null, 2),
    );
  }
  return changed.set(".tasks-meta.json", JSON.stringify(meta));
}

const task = (plan: Plan, index: number) => plan["tasks.json"].tasks[index] as TaskJson;
const dependency = (plan: Plan, from: string, to: string) =>
  plan["tasks.json"].dependencies.find(
    (one) => one.from === from && one.to === to,
  ) as DependencyJson;
const wavesOf = (plan: Plan) => {
  const model = plan["waves.json"].execution_models.wave_based;
  if (model === undefined) throw new Error("the plan has no waves");
  return model;
};
const rollingOf = (plan: Plan) => {
  const model = plan["waves.json"].execution_models.rolling_frontier;
  if (model === undefined) throw new Error("the plan has no frontier");
  return model;
};
const usageOf = (plan: Plan) => {
  const usage = plan["dag.json"].metrics.resourceUtilization?.database_migrations;
  if (usage === undefined) throw new Error("nothing uses the migrations");
  return usage;
};

type Mutation = readonly [what: string, code: string, place: string, change: (plan: Plan) => void];

const mutations: readonly Mutation[] = [
  [
    "a field is missing",
    "KS503",
    "features.json/features/0/title",
    (plan) => {
      delete (plan["features.json"].features[0] as { title?: string }).title;
    },
  ],
  [
    "a type is wrong",
    "KS503",
    "tasks.json/meta/min_confidence",
    ({ "tasks.json": tasks }) => {
      Object.assign(tasks.meta, { min_confidence: "high" });
    },
  ],
  [
    "a confidence is above 1",
    "KS503",
    "tasks.json/dependencies/0/confidence",
    (plan) => {
      (plan["tasks.json"].dependencies[0] as DependencyJson).confidence = 1.5;
    },
  ],
  [
    "a type of dependency is unknown",
    "KS503",
    "tasks.json/dependencies/0/type",
    (plan) => {
      Object.assign(plan["tasks.json"].dependencies[0] ?? {}, { type: "person" });
    },
  ],
  [
    "a task's ID is given twice",
    "KS505",
    "tasks.json/tasks/5/id",
    (plan) => {
      plan["tasks.json"].tasks.push({ ...task(plan, 4) });
      plan["dag.json"].metrics.nodes++;
      plan["dag.json"].metrics.isolatedTasks++;
      plan["dag.json"].metrics.edgeDensity = 0.1;
    },
  ],
  [
    "a feature's ID is given twice",
    "KS505",
    "features.json/features/1/id",
    ({ "features.json": file }) => {
      file.features.push({ ...(file.features[0] as FeaturesJson["features"][number]) });
    },
  ],
  [
    "a task serves no feature of the plan",
    "KS505",
    "tasks.json/tasks/0/feature_id",
    (plan) => {
      task(plan, 0).feature_id = "F999";
    },
  ],
  [
    "a conflict names a task that is not there",
    "KS505",
    "tasks.json/resource_conflicts/database_migrations/tasks/2",
    (plan) => {
      plan["tasks.json"].resource_conflicts.database_migrations?.tasks.push("P1.T099");
    },
  ],
  [
    "a queue names a task that is not there",
    "KS505",
    "coordinator.json/coordinator/state_management/frontier_management/ready_queue/0",
    (plan) => {
      plan["coordinator.json"].coordinator.state_management.frontier_management.ready_queue[0] =
        "P1.T099";
    },
  ],
  [
    "the number of tasks is wrong",
    "KS506",
    "dag.json/metrics/nodes",
    ({ "dag.json": { metrics } }) => {
      metrics.nodes = 6;
      metrics.edgeDensity = 0.1;
    },
  ],
  [
    "the number of edges is wrong",
    "KS506",
    "dag.json/metrics/edges",
    ({ "dag.json": { metrics } }) => {
      metrics.edges = 7;
      metrics.keptByType = { technical: 7 };
      metrics.edgeDensity = 0.35;
    },
  ],
  [
    "the edges by type do not add up",
    "KS506",
    "dag.json/metrics/keptByType",
    ({ "dag.json": { metrics } }) => {
      metrics.keptByType.knowledge = 1;
    },
  ],
  [
    "the edge density is wrong",
    "KS506",
    "dag.json/metrics/edgeDensity",
    ({ "dag.json": { metrics } }) => {
      metrics.edgeDensity = 0.3;
    },
  ],
  [
    "the number of tasks without dependency is wrong",
    "KS506",
    "dag.json/metrics/isolatedTasks",
    ({ "dag.json": { metrics } }) => {
      metrics.isolatedTasks = 0;
    },
  ],
  [
    "the longest chain is wrong",
    "KS506",
    "dag.json/metrics/longestPath",
    ({ "dag.json": { metrics } }) => {
      metrics.longestPath += 1;
    },
  ],
  [
    "the number of locks is wrong",
    "KS506",
    "dag.json/metrics/mutualExclusionEdges",
    ({ "dag.json": { metrics } }) => {
      metrics.mutualExclusionEdges = 7;
    },
  ],
  [
    "the width is wrong",
    "KS506",
    "dag.json/metrics/widthApprox",
    ({ "dag.json": { metrics } }) => {
      metrics.widthApprox += 1;
    },
  ],
  [
    "the width by layers is wrong",
    "KS506",
    "dag.json/metrics/widthApprox",
    ({ "dag.json": { metrics } }) => {
      Object.assign(metrics, { widthApprox: 2, widthMethod: "kahn_layer_max" });
    },
  ],
  [
    "the number of tasks that need a resource is wrong",
    "KS506",
    "dag.json/metrics/resourceUtilization/database_migrations/total_tasks",
    (plan) => {
      Object.assign(usageOf(plan), { total_tasks: 3 });
    },
  ],
  [
    "the capacity of a resource is wrong",
    "KS506",
    "dag.json/metrics/resourceUtilization/database_migrations/capacity",
    (plan) => {
      Object.assign(usageOf(plan), { capacity: 2 });
    },
  ],
  [
    "the number of waves that use a resource is wrong",
    "KS506",
    "dag.json/metrics/resourceUtilization/database_migrations/waves_required",
    (plan) => {
      Object.assign(usageOf(plan), { waves_required: 1 });
    },
  ],
  [
    "a resource that no task needs is used",
    "KS506",
    "dag.json/metrics/resourceUtilization/gpu/total_tasks",
    ({ "dag.json": { metrics } }) => {
      Object.assign(metrics.resourceUtilization ?? {}, { gpu: { total_tasks: 1 } });
    },
  ],
  [
    "the number of tasks that need any resource is wrong",
    "KS506",
    "dag.json/metrics/resourceConstrainedTasks",
    ({ "dag.json": { metrics } }) => {
      metrics.resourceConstrainedTasks = 0;
    },
  ],
  [
    "the number of unsure dependencies is wrong",
    "KS506",
    "dag.json/metrics/lowConfidenceEdgesExcluded",
    ({ "dag.json": { metrics } }) => {
      metrics.lowConfidenceEdgesExcluded = 7;
    },
  ],
  [
    "the hours that working side by side saves are told in two ways",
    "KS506",
    "waves.json/execution_models/rolling_frontier/time_saved",
    (plan) => {
      Object.assign(rollingOf(plan).time_saved ?? {}, { saved_hours: 0.1 });
    },
  ],
  [
    "a group that can run side by side is left out of one file",
    "KS506",
    "waves.json/execution_models/rolling_frontier/parallel_groups",
    ({ "dag.json": dag }) => {
      dag.parallel_groups = [];
    },
  ],
  [
    "the number of waves is wrong",
    "KS506",
    "waves.json/execution_models/wave_based/total_waves",
    (plan) => {
      wavesOf(plan).total_waves++;
    },
  ],
  [
    "two files are of different plans",
    "KS506",
    "waves.json/planId",
    ({ "waves.json": waves }) => {
      waves.planId = "PLAN-00000000";
    },
  ],
  [
    "a task is in no wave",
    "KS507",
    "waves.json/execution_models/wave_based/waves",
    (plan) => {
      for (const wave of wavesOf(plan).waves)
        wave.tasks = wave.tasks.filter((id) => id !== "P1.T005");
    },
  ],
  [
    "a task is in two waves",
    "KS507",
    "waves.json/execution_models/wave_based/waves/2",
    (plan) => {
      wavesOf(plan).waves[2]?.tasks.push("P1.T005");
    },
  ],
  [
    "a wave has a task too early",
    "KS507",
    "waves.json/execution_models/wave_based/waves/1",
    (plan) => {
      const [, second, third] = wavesOf(plan).waves;
      second?.tasks.push(...(third?.tasks.splice(0) ?? []));
    },
  ],
  [
    "two tasks of a wave need the same exclusive resource",
    "KS507",
    "waves.json/execution_models/wave_based/waves/0",
    (plan) => {
      const [first, second] = wavesOf(plan).waves;
      if (second) second.tasks = second.tasks.filter((id) => id !== "P1.T004");
      first?.tasks.push("P1.T004");
    },
  ],
  [
    "a wave is larger than allowed",
    "KS507",
    "waves.json/execution_models/wave_based/waves/0",
    (plan) => {
      wavesOf(plan).config.maxWaveSize = 1;
      const [first, second] = wavesOf(plan).waves;
      second?.tasks.splice(0, 9, "P1.T002");
      wavesOf(plan).waves.push({ waveNumber: 4, tasks: ["P1.T004"] });
      wavesOf(plan).total_waves++;
      first?.tasks.splice(0, 9, "P1.T001", "P1.T005");
    },
  ],
  [
    "waves are out of number",
    "KS507",
    "waves.json/execution_models/wave_based/waves/1",
    (plan) => {
      Object.assign(wavesOf(plan).waves[1] ?? {}, { waveNumber: 7 });
    },
  ],
  [
    "the plan is not ok",
    "KS508",
    "dag.json/ok",
    ({ "dag.json": dag }) => {
      dag.ok = false;
    },
  ],
  [
    "a task has no evidence",
    "KS509",
    "tasks.json/tasks/2",
    (plan) => {
      task(plan, 2).source_evidence = [];
    },
  ],
  [
    "a dependency has no evidence",
    "KS509",
    "tasks.json/dependencies/0",
    (plan) => {
      (plan["tasks.json"].dependencies[0] as DependencyJson).evidence = [];
    },
  ],
  [
    "tasks wait for each other",
    "KS511",
    "tasks.json/dependencies/",
    (plan) => {
      const edge = dependency(plan, "P1.T001", "P1.T003");
      Object.assign(edge, { from: "P1.T003", to: "P1.T001" });
    },
  ],
  [
    "a lock is called knowledge",
    "KS512",
    "tasks.json/dependencies/",
    (plan) => {
      const lock = dependency(plan, "P1.T001", "P1.T004");
      Object.assign(lock, { type: "knowledge", isHard: false });
      plan["dag.json"].metrics.mutualExclusionEdges = 0;
    },
  ],
  [
    "a task has no boundaries",
    "KS513",
    "tasks.json/tasks/1",
    (plan) => {
      delete task(plan, 1).boundaries;
    },
  ],
  [
    "a task has no logging",
    "KS513",
    "tasks.json/tasks/1",
    (plan) => {
      delete task(plan, 1).execution_guidance;
    },
  ],
  [
    "most tasks have no estimate",
    "KS514",
    "tasks.json/tasks/0",
    (plan) => {
      for (const index of [0, 1, 2]) delete task(plan, index).duration;
    },
  ],
  [
    "a task has no check",
    "KS515",
    "tasks.json/tasks/3",
    (plan) => {
      delete task(plan, 3).acceptance_checks;
    },
  ],
  [
    "the code was not looked at",
    "KS516",
    "tasks.json/meta",
    (plan) => {
      delete plan["tasks.json"].meta.codebase_analysis;
    },
  ],
  [
    "the order leaves a task out",
    "KS517",
    "dag.json/topo_order",
    ({ "dag.json": dag }) => {
      dag.topo_order.pop();
    },
  ],
  [
    "the order is against the graph",
    "KS517",
    "dag.json/topo_order/",
    ({ "dag.json": dag }) => {
      dag.topo_order.reverse();
    },
  ],
  [
    "a reduced edge is made up",
    "KS518",
    "dag.json/reduced_edges_sample/0",
    ({ "dag.json": dag }) => {
      dag.reduced_edges_sample[0] = ["P1.T001", "P1.T005"];
    },
  ],
  [
    "the frontier has a task that waits",
    "KS519",
    "waves.json/execution_models/rolling_frontier/initial_frontier/",
    (plan) => {
      rollingOf(plan).initial_frontier.push("P1.T003");
    },
  ],
  [
    "a conflict has no resolution",
    "KS523",
    "tasks.json/resource_conflicts/database_migrations",
    (plan) => {
      Object.assign(plan["tasks.json"].resource_conflicts.database_migrations ?? {}, {
        resolution: "",
      });
    },
  ],
  [
    "a duration falls",
    "KS524",
    "tasks.json/tasks/0/duration/pessimistic",
    (plan) => {
      task(plan, 0).duration = { optimistic: 1, mostLikely: 5, pessimistic: 4 };
    },
  ],
  [
    "P80 is below P50",
    "KS524",
    "waves.json/execution_models/wave_based/estimated_completion/p80_hours",
    (plan) => {
      wavesOf(plan).estimated_completion = { p50_hours: 9, p80_hours: 8, p95_hours: 12 };
    },
  ],
];

describe("validate-plan on a plan with one fault", () => {
  it("finds nothing before", () => {
    expect(
      readPlan(
        mutate(() => undefined),
        sha256,
      ).diagnostics,
    ).toEqual([]);
  });

  it.each(mutations)("names it and nothing else: %s", (_, code, place, change) => {
    const { diagnostics, isOk } = readPlan(mutate(change), sha256);

    const found = diagnostics.filter(({ severity }) => severity === "error");
    expect(isOk).toBe(false);
    expect(found.map((one) => one.code)).toEqual([code]);
    expect(`${found[0]?.at.path}${found[0]?.at.pointer}`).toContain(place);
    expect(found[0]?.at.line).toBeGreaterThan(0);
    expect(found[0]?.message).toMatch(/; \w/);
  });

  it.each([
    ["KS501", (plan: Map<string, string>) => plan.delete("coordinator.json")],
    ["KS501", (plan: Map<string, string>) => plan.delete("Plan.md")],
    ["KS502", (plan: Map<string, string>) => plan.set("dag.json", "{ nonsense")],
    ["KS504", (plan: Map<string, string>) => plan.set("Plan.md", "# Mine")],
    [
      "KS504",
      (plan: Map<string, string>) =>
        plan.set(
          "tasks.json",
          (plan.get("tasks.json") ?? "").replace("Add the page", "Add a page"),
        ),
    ],
  ] as const)("names it and nothing else: a file that is %s", (code, change) => {
    const broken = new Map(files);
    change(broken);

    const { diagnostics } = readPlan(broken, sha256);

    expect(diagnostics.map((one) => one.code)).toEqual([code]);
  });

  it.each([1, 2])("takes waves used and waves that the units need at least: %p", (waves) => {
    const plan = mutate((one) => {
      const { shared_resources } = one["tasks.json"].meta.codebase_analysis ?? {};
      Object.assign(shared_resources?.database_migrations ?? {}, {
        type: "shared_limited",
        capacity: 2,
      });
      Object.assign(usageOf(one), { capacity: 2, waves_required: waves });
    });

    expect(readPlan(plan, sha256).diagnostics).toEqual([]);
  });

  it("takes the biggest layer for the width where that is how it was found", () => {
    const plan = mutate(({ "dag.json": { metrics } }) => {
      Object.assign(metrics, { widthApprox: 3, widthMethod: "kahn_layer_max" });
    });

    expect(readPlan(plan, sha256).diagnostics).toEqual([]);
  });

  it("lets be what other makers add", () => {
    const plan = mutate((one) => {
      Object.assign(one["tasks.json"].meta, { team: "blue" });
      Object.assign(task(one, 0), { jira: { key: "X-1" } });
      Object.assign(one["coordinator.json"], { dashboards: [] });
    });

    expect(readPlan(plan, sha256).diagnostics).toEqual([]);
  });
});
