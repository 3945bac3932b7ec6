import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listNext } from "../../src/flows/list-next.ts";
import { aMadeSpec } from "../support/a-made-spec.ts";
import { aRichSpec } from "../support/a-rich-spec.ts";
import { artifactsOf } from "../support/artifacts-of.ts";

type Json = Record<string, unknown>;

/** A plan of another maker: tasks.json alone, with what T.A.S.K.S v3 has and we do not write. */
function aForeignPlan(
  tasks: readonly (Json & { readonly id: string })[],
  edges: readonly (readonly [string, string])[] = [],
  meta: Json = {},
) {
  const dependencies = edges.map(([from, to]) => ({
    ...{ from, to, type: "technical", reason: "x", evidence: [], confidence: 1, isHard: true },
  }));
  const text = JSON.stringify({
    meta: { execution_model: "rolling_frontier", min_confidence: 0.7, ...meta },
    generated: { by: "another", timestamp: "2026-01-02T03:04:05Z", contentHash: "0" },
    tasks: tasks.map((task) => ({
      ...{ feature_id: "F1", title: task.id, source_evidence: [], contentHash: "0" },
      ...task,
    })),
    dependencies,
    resource_conflicts: {},
  });
  return { place: "plan", files: new Map([["tasks.json", text]]) };
}

const idsOf = ({ startable }: ReturnType<typeof listNext>) =>
  startable.map(({ id, waitsFor }) => (waitsFor === undefined ? id : `${id} after ${waitsFor}`));
const needs = (...names: readonly string[]) => ({
  resource_requirements: { estimated: { exclusive_resources: names } },
});
const done = { source: { path: "a.md", state: "done", parallel: false } };

describe("what comes next", () => {
  it("is what the queues of a plan of ours say, whatever its limits", () => {
    const settings = fc.record({
      maxConcurrentTasks: fc.integer({ min: 1, max: 4 }),
      machine: fc.record({
        cpuCores: fc.constantFrom(undefined, 4),
        memoryMb: fc.constant(undefined),
        diskIoMbps: fc.constant(undefined),
      }),
    });
    const hint = { cpuCores: 2, memoryMb: 0, diskIoMbps: 0, skills: [] };
    const taskHints = { "*": { ...hint, avoids: [], isPreemptible: false } };
    fc.assert(
      fc.property(aMadeSpec(), settings, (spec, limits) => {
        const files = artifactsOf(spec, { ...limits, taskHints });

        const { startable } = listNext({ place: "plan", files });

        const { coordinator } = JSON.parse(files.get("coordinator.json") ?? "");
        const { ready_queue, resource_wait_queue } =
          coordinator.state_management.frontier_management;
        expect(startable.filter(({ waitsFor }) => !waitsFor).map(({ id }) => id)).toEqual(
          ready_queue,
        );
        expect(
          startable.flatMap(({ id, waitsFor }) =>
            waitsFor ? [{ task: id, resource: waitsFor }] : [],
          ),
        ).toEqual(resource_wait_queue);
      }),
      { numRuns: 25 },
    );
  });

  it("is computed where the queues are empty or there is no coordinator.json", () => {
    const files = new Map(artifactsOf(aRichSpec()));
    const expected = idsOf(listNext({ place: "plan", files }));
    const text = (files.get("coordinator.json") ?? "").replace(
      /"ready_queue": \[[^\]]*\]/,
      '"ready_queue": []',
    );

    files.set("coordinator.json", text);
    const emptied = listNext({ place: "plan", files });
    files.delete("coordinator.json");
    const alone = listNext({ place: "plan", files });

    expect(expected.length).toBeGreaterThan(1);
    expect(text).toContain('"ready_queue": []');
    expect(idsOf(emptied)).toEqual(expected);
    expect(idsOf(alone).toSorted()).toEqual(expected.toSorted());
  });

  it("goes by who has more hours behind it, by resources and by slots", () => {
    const hours = (mostLikely: number) => ({
      duration: { optimistic: mostLikely, mostLikely, pessimistic: mostLikely },
    });
    const tasks = [
      { id: "A", ...hours(1), ...needs("db") },
      { id: "B", ...hours(2), ...needs("db") },
      { id: "C", ...hours(9) },
      { id: "D", ...hours(1) },
      { id: "E", ...hours(5) },
    ];
    const meta = { resource_limits: { max_concurrent_tasks: 2 } };

    const next = listNext(aForeignPlan(tasks, [["A", "C"]], meta));

    expect(idsOf(next)).toEqual(["A", "E", "B after db", "D after max_concurrent_tasks"]);
    expect(next.stuck).toEqual([]);
    expect(next.counts).toEqual({ done: 0, started: 0, blocked: 1 });
  });

  it("names a circle and still tells what may start beside it", () => {
    const tasks = ["A", "B", "C", "D"].map((id) => ({ id }));

    const next = listNext(
      aForeignPlan(tasks, [
        ["A", "B"],
        ["B", "C"],
        ["C", "B"],
      ]),
    );

    expect(idsOf(next)).toEqual(["A", "D"]);
    expect(next.stuck).toEqual([{ kind: "cycle", tasks: ["B", "C"] }]);
  });

  it("sees no circle where a task of it is done", () => {
    const next = listNext(
      aForeignPlan(
        [{ id: "A", ...done }, { id: "B" }],
        [
          ["A", "B"],
          ["B", "A"],
        ],
      ),
    );

    expect([idsOf(next), next.stuck]).toEqual([["B"], []]);
  });

  it("names tasks that wait for none of the plan, or need more than there is", () => {
    const gpu = { resource_requirements: { estimated: { shared_resources: { gpu: 3 } } } };
    const meta = {
      codebase_analysis: { shared_resources: { gpu: { type: "shared_limited", capacity: 2 } } },
    };

    const next = listNext(aForeignPlan([{ id: "A" }, { id: "B", ...gpu }], [["X", "A"]], meta));

    expect(idsOf(next)).toEqual(["B after gpu"]);
    expect(next.stuck).toEqual([
      { kind: "unknown", task: "A", predecessor: "X" },
      { kind: "shortage", task: "B", resource: "gpu", units: 3, capacity: 2 },
    ]);
  });

  it("takes a task that comes twice for one", () => {
    expect(idsOf(listNext(aForeignPlan([{ id: "A" }, { id: "A" }])))).toEqual(["A"]);
  });

  it("refuses a plan without tasks.json", () => {
    expect(() => listNext({ place: "plan", files: new Map() })).toThrow(
      "Cannot read a plan in plan: tasks.json is missing",
    );
  });
});
