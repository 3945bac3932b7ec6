import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { ResourceId, TaskId } from "../../../../src/core/model/ids.ts";
import { nextFrontier } from "../../../../src/core/schedule/next-frontier.ts";
import { rankWorkload } from "../../../../src/core/schedule/simulate/rank-workload.ts";
import { emptyLog } from "../../../../src/core/schedule/simulate/run-log.ts";
import { type Barriers, Runner } from "../../../../src/core/schedule/simulate/runner.ts";
import type { Workload } from "../../../../src/core/schedule/simulate/workload.ts";
import { anyWorkload, aWorkload } from "../../../support/a-workload.ts";

describe("a rolling run", () => {
  it("starts what is ready and fits, the most urgent first, and lets others pass who does not", () => {
    //  1 -> 3; 0 and 1 need the same thing, 1 goes first
    const workload = aWorkload([[1, 3]], [[1], [1], [0], [0]], { capacities: [1] });

    const { makespan, starts, causes } = run(workload, [2, 3, 1, 4], [1, 0, 2, 3]);

    expect(makespan).toBe(7);
    expect(starts).toEqual([3, 0, 0, 3]);
    expect(causes).toEqual([1, -1, -1, 1]);
  });

  it("never has more under way than there are slots", () => {
    const workload = aWorkload([], [[], [], []], { slots: 2 });

    expect(run(workload, [2, 3, 1], [0, 1, 2]).starts).toEqual([0, 0, 2]);
  });

  it("goes on from where a plan stands", () => {
    //  0 -> 1 -> 2,  3 alone; 0 is done, 3 is under way and holds what 1 needs
    const workload = aWorkload(
      [
        [0, 1],
        [1, 2],
      ],
      [[0], [1], [0], [1]],
      { capacities: [1] },
    );
    const progress = { isDone: Uint8Array.of(1, 0, 0, 0), started: Int32Array.of(3) };

    const { makespan, starts } = run(workload, [9, 2, 2, 5], [0, 1, 2, 3], { progress });

    expect(starts).toEqual([0, 5, 7, 0]);
    expect(makespan).toBe(9);
  });

  it("keeps precedence, slots and units, leaves nothing out and idles for nothing", () => {
    fc.assert(
      fc.property(anyWorkload(), ({ workload, edges, hours, needs }) => {
        const { starts, finishes } = run(workload, hours, [...hours.keys()]);

        for (const [from, to] of edges)
          expect(starts[to]).toBeGreaterThanOrEqual(finishes[from] ?? 0);
        for (const now of starts) {
          const underWay = [...starts.keys()].filter(
            (task) => (starts[task] ?? 0) <= now && now < (finishes[task] ?? 0),
          );
          expect(underWay.length).toBeLessThanOrEqual(workload.slots);
          for (const [k, units] of workload.capacities.entries()) {
            const used = underWay.reduce((sum, task) => sum + (needs[task]?.[k] ?? 0), 0);
            expect(used).toBeLessThanOrEqual(units);
          }
        }
        for (const start of starts) expect(start === 0 || finishes.includes(start)).toBe(true);
      }),
    );
  });

  it("starts at every moment just what nextFrontier would start", () => {
    fc.assert(
      fc.property(anyWorkload(), ({ workload, edges, hours, needs }) => {
        const { starts, finishes } = run(workload, hours, [...hours.keys()]);

        for (const now of new Set(starts)) {
          const nameOf = (task: number) => `t${task}` as TaskId;
          const select = (isSo: (task: number) => boolean) =>
            new Set([...hours.keys()].filter(isSo).map(nameOf));
          const { startable } = nextFrontier({
            tasks: needs.map((units, task) => ({
              id: nameOf(task),
              urgency: -task,
              needs: units.flatMap((count, k) =>
                count > 0 ? [{ resource: `r${k}` as ResourceId, units: count }] : [],
              ),
            })),
            edges: edges.map(([from, to]) => [nameOf(from), nameOf(to)]),
            completed: select((task) => (finishes[task] ?? 0) <= now),
            started: select((task) => (starts[task] ?? 0) < now),
            capacities: new Map(
              [...workload.capacities].map((units, k) => [`r${k}` as ResourceId, units]),
            ),
            maxConcurrent: workload.slots,
          });
          expect(new Set(startable)).toEqual(select((task) => starts[task] === now));
        }
      }),
    );
  });

  it("goes on where tasks under way hold more than there is", () => {
    const needs = [
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
      [0, 1],
    ];
    const workload = aWorkload([], needs, { capacities: [1, 1] });
    const progress = { isDone: new Uint8Array(5), started: Int32Array.of(0, 1) };

    const { starts } = run(workload, [2, 3, 1, 4, 1], [0, 1, 2, 3, 4], { progress });

    expect(starts).toEqual([0, 0, 3, 0, 4]);
  });
});

describe("a run in waves", () => {
  const workload = aWorkload([], [[], [], [], []]);

  it("opens a wave when the quorum of the one before is reached", () => {
    const waves = (quorums: readonly number[]) => ({
      waveOf: Int32Array.of(0, 0, 1, 1),
      quorums: Int32Array.from(quorums),
    });
    const start = (quorums: readonly number[]) =>
      run(workload, [1, 3, 2, 2], [0, 1, 2, 3], { barriers: waves(quorums) }).starts;

    expect(start([2, 2])).toEqual([0, 0, 3, 3]);
    expect(start([1, 2])).toEqual([0, 0, 1, 1]);
  });

  it("opens at once what follows waves that are done", () => {
    const barriers = { waveOf: Int32Array.of(0, 0, 1, 2), quorums: Int32Array.of(2, 1, 1) };
    const progress = { isDone: Uint8Array.of(1, 1, 1, 0), started: new Int32Array() };

    expect(run(workload, [1, 1, 1, 4], [0, 1, 2, 3], { barriers, progress }).makespan).toBe(4);
  });
});

function run(
  workload: Workload,
  hours: readonly number[],
  order: readonly number[],
  { progress, barriers }: Partial<Pick<RunnerParts, "progress" | "barriers">> = {},
) {
  const work = rankWorkload(workload, Int32Array.from(order));
  const log = emptyLog(order.length);
  const durations = Float64Array.from(order, (task) => hours[task] ?? 0);
  const makespan = new Runner(work, progress, barriers).run(durations, log);
  const byTask = (values: ArrayLike<number>) =>
    hours.map((_, task) => values[order.indexOf(task)] ?? 0);
  const causes = byTask(log.causes).map((rank) => (rank < 0 ? -1 : (order[rank] ?? 0)));
  return { makespan, starts: byTask(log.starts), finishes: byTask(log.finishes), causes };
}

interface RunnerParts {
  readonly progress: ConstructorParameters<typeof Runner>[1];
  readonly barriers: Barriers | undefined;
}
