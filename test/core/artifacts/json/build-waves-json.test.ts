import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { wavesJson } from "../../../../src/core/model/artifact/waves-json.ts";
import type { Config } from "../../../../src/core/model/config.ts";
import type { SpecTask } from "../../../../src/core/model/spec.ts";
import { aSpec } from "../../../support/a-spec.ts";
import { aSpecTask } from "../../../support/a-spec-task.ts";
import { anEdge } from "../../../support/an-edge.ts";
import { artifactsOf } from "../../../support/artifacts-of.ts";

const edit = (path: string) => ({ path, action: "edit" }) as const;
const hours = (count: number) => ({
  effort: {
    ...{ hours: count, minHours: count, maxHours: count, points: undefined, text: `${count}h` },
    parts: { development: undefined, testing: undefined, review: undefined },
  },
});

function modelsOf(
  tasks: readonly SpecTask[],
  statements: ReturnType<typeof anEdge>[] = [],
  config: Partial<Config> = {},
) {
  const text = artifactsOf(aSpec(tasks, { statements }), config).get("waves.json") ?? "";
  const { wave_based, rolling_frontier } = wavesJson.parse(JSON.parse(text)).execution_models;
  return { waves: wave_based?.waves ?? [], rolling: rolling_frontier };
}

const turns = ["T001", "T002", "T003"].map((id) =>
  aSpecTask(id, { ...hours(6), files: [edit("a.ts")] }),
);

describe("the simulated execution", () => {
  it("tells who runs, waits and is finished, with what is in use, from the start to the end", () => {
    const { rolling } = modelsOf(turns);

    expect(Object.entries(rolling?.execution_simulation ?? {})).toEqual(
      [
        ["time_0h", { running: [0], ready: [1, 2], completed: [] }],
        ["time_6.3h", { running: [1], ready: [2], completed: [0] }],
        ["time_12.7h", { running: [2], ready: [], completed: [0, 1] }],
        ["time_19h", { running: [], ready: [], completed: [0, 1, 2] }],
      ].map(([time, lists]) => {
        const ids = Object.entries(lists ?? {}).map(([key, places]) => [
          key,
          places.map((place: number) => `P1.T00${place + 1}`),
        ]);
        const moment = Object.fromEntries(ids);
        const resource_usage = { file_a_ts: moment.running.length };
        return [time, { blocked: [], ...moment, resource_usage }];
      }),
    );
  });

  it("has each task in one list at a time, never more at work than fit, and ends with all finished", () => {
    const files = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 2 });
    const links = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(files, { minLength: 1, maxLength: 10 }), links, (lists, pairs) => {
        const tasks = lists.map((list, at) =>
          aSpecTask(`T${100 + at}`, {
            ...hours(at + 1),
            files: list.map((one) => edit(`f${one}.ts`)),
          }),
        );
        const edges = pairs.filter(([from, to]) => from < to && to < tasks.length);
        const statements = edges.map(([from, to]) => anEdge(`T${100 + to}`, `T${100 + from}`));

        const { rolling } = modelsOf(tasks, statements, { maxConcurrentTasks: 3 });

        const moments = Object.values(rolling?.execution_simulation ?? {});
        const most = rolling?.resource_utilization_forecast?.max_concurrency ?? 0;
        for (const { running, ready = [], blocked = [], completed = [], ...rest } of moments) {
          const all = [...running, ...ready, ...blocked, ...completed];
          expect(new Set(all).size).toBe(tasks.length);
          expect(all).toHaveLength(tasks.length);
          expect(running.length).toBeLessThanOrEqual(Math.min(3, most));
          for (const units of Object.values(rest.resource_usage ?? {})) {
            expect(units).toBeLessThanOrEqual(1);
          }
          for (const [from, to] of edges) {
            const [before, after] = [from, to].map((at) => `P1.T${100 + at}`);
            const isBegun = running.includes(after ?? "") || completed.includes(after ?? "");
            expect(!isBegun || completed.includes(before ?? "")).toBe(true);
          }
        }
        expect(moments.at(-1)?.completed).toHaveLength(tasks.length);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it("tells fewer moments of a big plan, so that the file does not outgrow it", () => {
    const tasks = Array.from({ length: 400 }, (_, at) => aSpecTask(`T${1000 + at}`, hours(at + 1)));

    expect(Object.keys(modelsOf(tasks).rolling?.execution_simulation ?? {})).toHaveLength(13);
  });
});

describe("the forecast of resources", () => {
  it("has the most tasks at once that the run comes to, not what settings allow", () => {
    expect(modelsOf(turns).rolling?.resource_utilization_forecast).toEqual({
      ...{ average_concurrency: 1, max_concurrency: 1 },
    });
  });

  it("has how many contend, how long they stand in line in all, and what would help", () => {
    const [contention] = modelsOf(turns).rolling?.critical_resource_contentions ?? [];

    // one waits 6.3 h, one 12.7 h
    expect(contention).toMatchObject({
      ...{ resource: "file_a_ts", contention_points: 3, estimated_wait_time_hours: 19 },
      mitigation: expect.stringMatching(/^one unit more saves \d/),
    });
  });

  it("has the busiest moment of machines beside the average", () => {
    const hint = { memoryMb: 0, diskIoMbps: 0, skills: [], avoids: [], isPreemptible: false };
    const config = {
      machine: { cpuCores: 10, memoryMb: undefined, diskIoMbps: undefined },
      taskHints: { "*": { ...hint, cpuCores: 2 } },
    };

    const { rolling, waves } = modelsOf(turns, [], config);

    expect(rolling?.resource_utilization_forecast).toMatchObject({ peak_cpu_percent: 25 });
    expect(waves[0]?.resource_usage).toEqual({ file_a_ts: 1, estimated_cpu_cores: 2 });
  });
});

describe("the barrier after a wave", () => {
  it("ends when 19 of 20 runs have, and leaves behind only what may be left behind", () => {
    const optional = { ...hours(6), isOptional: true };
    const tasks = [aSpecTask("T001", hours(4)), aSpecTask("T002", optional), aSpecTask("T003")];
    const statements = [anEdge("T002", "T001"), anEdge("T003", "T002")];

    const { waves } = modelsOf(tasks, statements);

    expect(waves.map(({ barrier }) => barrier?.fallback)).toEqual([
      ...["wait", "deferOptional", undefined],
    ]);
    for (const { barrier, estimates } of waves.slice(0, -1)) {
      expect(barrier?.timeoutMinutes).toBeCloseTo(60 * (estimates?.p95Hours ?? 0), 6);
    }
  });
});
