import { describe, expect, it } from "@jest/globals";
import { hardRules } from "../../../src/core/artifacts/rules/hard-rules.ts";
import type { PlanContent, PlanRule } from "../../../src/core/artifacts/rules/plan-rule.ts";
import { qualityRules } from "../../../src/core/artifacts/rules/quality-rules.ts";
import type { DagJson } from "../../../src/core/model/artifact/dag-json.ts";
import type { FeaturesJson } from "../../../src/core/model/artifact/features-json.ts";
import type { TasksJson } from "../../../src/core/model/artifact/tasks-json.ts";
import { aRichSpec } from "../../support/a-rich-spec.ts";
import { artifactsOf } from "../../support/artifacts-of.ts";

const files = artifactsOf(aRichSpec());

/** A fresh copy of a plan that no rule finds fault with. */
function aContent(change: (content: Content) => void): PlanContent {
  const read = (name: string) => JSON.parse(files.get(name) ?? "");
  const content: Content = {
    features: read("features.json") as FeaturesJson,
    tasks: read("tasks.json") as TasksJson,
    metrics: (read("dag.json") as DagJson).metrics,
  };
  change(content);
  return content;
}

type Content = { features: FeaturesJson; tasks: TasksJson; metrics: DagJson["metrics"] };

/** What each rule finds, as `CODE pointer`. */
function judge(rules: readonly PlanRule[], change: (content: Content) => void) {
  const content = aContent(change);
  return rules.flatMap(({ code, find }) =>
    find(content).map(({ file, keys }) => `${code} ${file}/${keys.join("/")}`),
  );
}

describe("the rules that reject a plan", () => {
  it("find nothing in a plan of ours", () => {
    expect(judge([...hardRules, ...qualityRules], () => undefined)).toEqual([]);
  });

  it("KS511: tasks wait for each other", () => {
    const found = judge(hardRules, ({ tasks }) => {
      const edge = tasks.dependencies.find(
        ({ type }) => type === "technical" || type === "sequential",
      );
      if (edge) tasks.dependencies.push({ ...edge, from: edge.to, to: edge.from });
    });

    expect(found).toEqual([expect.stringMatching(/^KS511 tasks.json\/dependencies\/\d+$/)]);
  });

  it("KS512: an edge about a resource that is no contention", () => {
    const found = judge(hardRules, ({ tasks }) => {
      for (const one of tasks.dependencies) if (one.shared_resource) one.type = "knowledge";
    });

    expect(found).toEqual([expect.stringMatching(/^KS512 tasks.json\/dependencies\/\d+\/type$/)]);
  });

  it.each<[string, (task: TasksJson["tasks"][number]) => void]>([
    ["complexity", (task) => delete task.boundaries?.expected_complexity],
    ["definition of done", (task) => delete task.boundaries?.definition_of_done],
    ["scope", (task) => delete task.boundaries?.scope],
    ["logging", (task) => delete task.execution_guidance],
    ["blank scope", (task) => Object.assign(task.boundaries ?? {}, { scope: { includes: [" "] } })],
  ])("KS513: a task without %s", (_, change) => {
    const found = judge(hardRules, ({ tasks }) => tasks.tasks.slice(1, 2).forEach(change));

    expect(found).toEqual(["KS513 tasks.json/tasks/1"]);
  });

  it("KS514: more than half of the tasks without an estimate", () => {
    const drop = (count: number) =>
      judge(hardRules, ({ tasks }) => {
        for (const task of tasks.tasks.slice(0, count)) delete task.duration;
      });

    expect(drop(2)).toEqual([]);
    expect(drop(3)).toEqual(["KS514 tasks.json/tasks/0"]);
  });

  it("KS509: a task or a dependency without evidence", () => {
    const found = judge(hardRules, ({ tasks }) => {
      for (const task of tasks.tasks.slice(3, 4)) task.source_evidence = [];
      for (const one of tasks.dependencies.slice(0, 1)) one.evidence = [];
    });

    expect(found).toEqual(["KS509 tasks.json/tasks/3", "KS509 tasks.json/dependencies/0"]);
  });

  it("KS515: a task of which no machine can tell that it is done", () => {
    const found = judge(hardRules, ({ tasks }) => {
      for (const task of tasks.tasks.slice(0, 1)) task.acceptance_checks = [{ type: "manual" }];
      for (const task of tasks.tasks.slice(1, 2)) delete task.acceptance_checks;
    });

    expect(found).toEqual(["KS515 tasks.json/tasks/0", "KS515 tasks.json/tasks/1"]);
  });

  it("KS516: nothing is said about the code", () => {
    const none = judge(hardRules, ({ tasks }) => {
      delete tasks.meta.codebase_analysis;
    });
    const empty = judge(hardRules, ({ tasks }) => {
      tasks.meta.codebase_analysis = {};
    });

    expect(none).toEqual(["KS516 tasks.json/meta"]);
    expect(empty).toEqual(["KS516 tasks.json/meta"]);
  });

  it.each<[string, (tasks: TasksJson) => void]>([
    ["no entry", (tasks) => delete tasks.resource_conflicts.database_migrations],
    ["a task left out", (tasks) => tasks.resource_conflicts.database_migrations?.tasks.pop()],
    [
      "no resolution",
      (tasks) =>
        Object.assign(tasks.resource_conflicts.database_migrations ?? {}, { resolution: "" }),
    ],
  ])("KS523: a conflict with %s", (_, change) => {
    const found = judge(hardRules, ({ tasks }) => change(tasks));

    expect(found).toEqual([
      expect.stringMatching(/^KS523 tasks.json\/resource_conflicts(\/database_migrations)?$/),
    ]);
  });
});

describe("the quality metrics", () => {
  it.each([0.01, 0.7])("KS520: an edge density of %d", (edgeDensity) => {
    const found = judge(qualityRules, ({ metrics }) => {
      metrics.edgeDensity = edgeDensity;
    });

    expect(found).toEqual(["KS520 dag.json/metrics/edgeDensity"]);
  });

  it("KS521: titles that do not say what to do", () => {
    const found = judge(qualityRules, ({ tasks }) => {
      for (const task of tasks.tasks.slice(0, 2)) task.title = "Orders page";
    });

    expect(found).toEqual(["KS521 dag.json/metrics/verbFirstPct"]);
  });

  it("KS522: too little evidence", () => {
    const found = judge(qualityRules, ({ tasks }) => {
      for (const task of tasks.tasks.slice(0, 1)) task.source_evidence = [];
    });

    expect(found).toEqual(["KS522 dag.json/metrics/evidenceCoverage"]);
  });
});

describe("a plan in which nothing may be inferred", () => {
  it("is not ok, and each gap stands at its line of the spec", () => {
    const strict = artifactsOf(aRichSpec(), {}, undefined, true);

    const dag = JSON.parse(strict.get("dag.json") ?? "") as DagJson;

    const codes = dag.errors.map((error) => (typeof error === "string" ? error : error.code));
    expect(dag.ok).toBe(false);
    expect(new Set(codes)).toEqual(new Set(["KS513", "KS514", "KS515"]));
    expect(dag.errors[0]).toMatchObject({ path: "specs/shop/tasks.md", line: 11 });
    expect(strict.size).toBe(8);
  });

  it("counts the estimates that the spec states", () => {
    const effort = {
      ...{ hours: 3, minHours: 2, maxHours: 4, points: undefined, text: "2-4h" },
      parts: { development: undefined, testing: undefined, review: undefined },
    };
    const spec = aRichSpec();
    const tasks = spec.tasks.map((task, index) => (index < 3 ? { ...task, effort } : task));

    const strict = artifactsOf({ ...spec, tasks }, {}, undefined, true);

    const dag = JSON.parse(strict.get("dag.json") ?? "") as DagJson;
    const { tasks: written } = JSON.parse(strict.get("tasks.json") ?? "") as TasksJson;
    const codes = dag.errors.map((error) => (typeof error === "string" ? error : error.code));
    expect(codes).not.toContain("KS514");
    expect(written[0]?.duration).toEqual({ optimistic: 2, mostLikely: 3, pessimistic: 4 });
    expect(written[3]?.duration).toBeUndefined();
  });
});
