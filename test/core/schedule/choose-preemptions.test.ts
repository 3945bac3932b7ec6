import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { defaultConfig } from "../../../src/core/config/default-config.ts";
import type { ResourceId, TaskId } from "../../../src/core/model/ids.ts";
import type { Priority } from "../../../src/core/model/spec.ts";
import {
  choosePreemptions,
  type PreemptionInput,
} from "../../../src/core/schedule/choose-preemptions.ts";
import { nextFrontier } from "../../../src/core/schedule/next-frontier.ts";

const { allocation } = defaultConfig;
const priorities = ["low", "medium", "high", "critical"] as const;
const gpu = "gpu" as ResourceId;

describe("who gives way", () => {
  it("is the lowest priority, and no more than are needed", () => {
    const input = anInput(
      [
        ["high", 2, "waits"],
        ["medium", 1, "runs"],
        ["low", 2, "runs"],
        ["low", 1, "runs"],
      ],
      4,
    );

    // the last is the least urgent, and would not do
    expect(choose(input)).toEqual([{ task: "t2", to: "t0" }]);
  });

  it("is nobody of the same priority, nobody who may not be stopped, and nobody in vain", () => {
    expect(
      choose(
        anInput(
          [
            ["low", 1, "waits"],
            ["low", 1, "runs"],
          ],
          1,
        ),
      ),
    ).toEqual([]);
    expect(
      choose(
        anInput(
          [
            ["high", 1, "waits"],
            ["low", 1, "stays"],
          ],
          1,
        ),
      ),
    ).toEqual([]);
    expect(
      choose(
        anInput(
          [
            ["high", 3, "waits"],
            ["low", 1, "runs"],
            ["low", 2, "stays"],
          ],
          3,
        ),
      ),
    ).toEqual([]);
  });

  it("gives a slot where only slots are short, and nothing where preemption is off", () => {
    const input = {
      ...anInput(
        [
          ["critical", 0, "waits"],
          [undefined, 0, "runs"],
        ],
        1,
      ),
      maxConcurrent: 1,
    };

    expect(choose(input)).toEqual([{ task: "t1", to: "t0" }]);
    expect(choose(input, { ...allocation, isPreemptionEnabled: false })).toEqual([]);
    expect(choose(input, { ...allocation, preemptionPriorities: ["low"] })).toEqual([]);
  });

  it("never frees less than those need who are given way to", () => {
    const task = fc.tuple(
      fc.constantFrom(...priorities, undefined),
      fc.nat(2),
      fc.constantFrom("waits" as const, "runs" as const, "stays" as const),
    );
    const any = fc.record({
      list: fc.array(task, { maxLength: 8 }),
      capacity: fc.integer({ min: 2, max: 5 }),
      maxConcurrent: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(any, ({ list, capacity, maxConcurrent }) => {
        const input = { ...anInput(list, capacity), maxConcurrent };
        const { startable } = frontierOf(input);

        const chosen = choose(input);

        const gone = new Set(chosen.map((one) => one.task));
        const after = input.tasks.filter(
          ({ id }) =>
            (input.started.has(id) && !gone.has(id)) ||
            startable.includes(id) ||
            chosen.some(({ to }) => to === id),
        );
        if (chosen.length === 0) return;
        expect(after.length).toBeLessThanOrEqual(maxConcurrent);
        const before = countUnits(input.tasks.filter(({ id }) => input.started.has(id)));
        expect(countUnits(after)).toBeLessThanOrEqual(Math.max(capacity, before));
        for (const { task: id, to } of chosen) {
          const rank = (one: TaskId) =>
            priorities.indexOf(input.tasks.find((item) => item.id === one)?.priority ?? "medium");
          expect(rank(id)).toBeLessThan(rank(to));
          expect(input.tasks.find((item) => item.id === id)?.isPreemptible).toBe(true);
        }
      }),
    );
  });
});

function countUnits(tasks: PreemptionInput["tasks"]): number {
  return tasks.flatMap(({ needs }) => needs).reduce((sum, { units }) => sum + units, 0);
}

type Row = readonly [Priority | undefined, number, "waits" | "runs" | "stays"];

/** The most urgent first; `stays` runs and may not be stopped. */
function anInput(rows: readonly Row[], capacity: number): PreemptionInput {
  const ids = rows.map((_, at) => `t${at}` as TaskId);
  return {
    tasks: rows.map(([priority, units, state], at) => ({
      id: ids[at] as TaskId,
      needs: units > 0 ? [{ resource: gpu, units }] : [],
      ...{ priority, isPreemptible: state === "runs" },
    })),
    edges: [],
    completed: new Set(),
    started: new Set(ids.filter((_, at) => rows[at]?.[2] !== "waits")),
    capacities: new Map([[gpu, capacity]]),
    maxConcurrent: 10,
  };
}

function frontierOf(input: PreemptionInput) {
  const tasks = input.tasks.map((task, at) => ({ ...task, urgency: -at }));
  return nextFrontier({ ...input, tasks });
}

function choose(input: PreemptionInput, how = allocation) {
  return choosePreemptions(input, frontierOf(input), how);
}
