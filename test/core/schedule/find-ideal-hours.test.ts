import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findIdealHours } from "../../../src/core/schedule/find-ideal-hours.ts";
import { pickLeft } from "../../../src/core/schedule/pick-left.ts";
import { rankProgress } from "../../../src/core/schedule/simulate/rank-progress.ts";
import { rankWorkload } from "../../../src/core/schedule/simulate/rank-workload.ts";
import { emptyLog } from "../../../src/core/schedule/simulate/run-log.ts";
import { type Progress, Runner } from "../../../src/core/schedule/simulate/runner.ts";
import type { Workload } from "../../../src/core/schedule/simulate/workload.ts";
import { anyWorkload, aWorkload } from "../../support/a-workload.ts";

const none = (count: number) => ({ isDone: new Uint8Array(count), started: new Int32Array(0) });
const inOrder = (count: number) => Int32Array.from({ length: count }, (_, at) => at);

describe("findIdealHours", () => {
  it("proves a chain of short tasks best, to the minute", () => {
    const edges = Array.from({ length: 8 }, (_, at) => [at, at + 1] as const);
    const workload = aWorkload(
      edges,
      Array.from({ length: 9 }, () => []),
    );
    const hours = Array.from({ length: 9 }, () => 0.1);

    const ideal = findIdealHours({
      seed: 3,
      workload,
      hours,
      order: inOrder(9),
      progress: none(9),
    });

    expect(ideal.hours).toBeCloseTo(0.9, 6);
    expect(ideal.lowerBoundHours).toBeCloseTo(0.9, 6);
  });

  it("has a bound that no order of starting beats, however long or short the tasks", () => {
    fc.assert(
      fc.property(
        anyWorkload(7).chain((work) =>
          fc.record({
            work: fc.constant(work),
            hours: fc.array(
              fc.oneof(
                fc.constantFrom(0, 0.01, 0.1, 0.17, 0.25, 8, 40),
                fc.double({ min: 0, max: 0.3, noNaN: true }),
                fc.double({ min: 0, max: 1e6, noNaN: true }),
              ),
              { minLength: work.hours.length, maxLength: work.hours.length },
            ),
            order: fc.shuffledSubarray([...work.hours.keys()], {
              minLength: work.hours.length,
            }),
          }),
        ),
        ({ work: { workload }, hours, order: listed }) => {
          const order = Int32Array.from(listed);
          const progress = none(hours.length);
          const runner = new Runner(rankWorkload(workload, order));
          const makespan = runner.run(
            Float64Array.from(order, (task) => hours[task] ?? 0),
            emptyLog(hours.length),
          );

          const ideal = findIdealHours({
            seed: 3,
            ...{ workload, hours, progress },
            order: inOrder(hours.length),
          });

          expect(ideal.lowerBoundHours).toBeLessThanOrEqual(makespan + 1e-9);
          expect(ideal.lowerBoundHours).toBeLessThanOrEqual(ideal.hours);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("speaks of what is left, even where more is under way than fits", () => {
    //  0 done -> 1;  2 and 3 under way on one unit, 4 waits for it
    const workload = aWorkload([[0, 1]], [[0], [0], [1], [1], [1]], { capacities: [1] });
    const progress = { isDone: Uint8Array.of(1, 0, 0, 0, 0), started: Int32Array.of(2, 3) };

    const ideal = findIdealHours({
      seed: 3,
      ...{ workload, progress },
      hours: [8, 3, 6, 4, 2],
      order: inOrder(5),
    });

    expect(ideal).toMatchObject({ hours: 8, lowerBoundHours: 8 });
  });

  it("counts what is under way with what it holds, and searches all the same", () => {
    // one slot: 0 under way for 40 h, then 1 and 2
    const alone = findIdealHours({
      workload: aWorkload([], [[], [], []], { slots: 1 }),
      hours: [40, 4, 4],
      order: inOrder(3),
      seed: 3,
      progress: { isDone: new Uint8Array(3), started: Int32Array.of(0) },
    });
    //  1 -> 2 must go before 3 and 4 on two slots beside 0; the order given has them last
    const searched = findIdealHours({
      workload: aWorkload([[1, 2]], [[], [], [], [], []], { slots: 2 }),
      hours: [1, 4, 4, 3, 4],
      order: Int32Array.of(3, 4, 0, 1, 2),
      seed: 3,
      progress: { isDone: new Uint8Array(5), started: Int32Array.of(0) },
    });

    expect(alone).toMatchObject({ hours: 48, lowerBoundHours: 48 });
    expect(searched).toMatchObject({ hours: 8, lowerBoundHours: 8 });
  });

  it("never delays what is under way, though that were shorter", () => {
    //  one unit: 0 is under way for 2 h, 1 wants it before 2, which takes 10 h
    const workload = aWorkload([[1, 2]], [[1], [1], [0]], { capacities: [1] });

    const ideal = findIdealHours({
      ...{ workload, hours: [2, 1, 10], order: inOrder(3), seed: 3 },
      progress: { isDone: new Uint8Array(3), started: Int32Array.of(0) },
    });

    expect(ideal.hours).toBe(13);
    expect(ideal.lowerBoundHours).toBeLessThanOrEqual(13);
  });

  it("counts what is under way with no more than there is, the longest first", () => {
    const workload = aWorkload([[0, 3]], [[2], [2], [2], [2]], { slots: 2, capacities: [3] });
    const progress = { isDone: new Uint8Array(4), started: Int32Array.of(0, 1, 2) };

    const left = pickLeft({ workload, progress, hours: [1, 5, 3, 2] });

    // slot and units, by task
    expect([...left.needs]).toEqual([0, 0, 1, 2, 1, 1, 1, 2]);
  });

  it("speaks of schedules that begin with what is under way, and of no others", () => {
    fc.assert(
      fc.property(
        anyWorkload(6).chain((work) =>
          fc.record({
            work: fc.constant(work),
            started: fc.subarray(
              [...work.hours.keys()].filter((to) => work.edges.every((edge) => edge[1] !== to)),
            ),
          }),
        ),
        ({ work: { workload, hours }, started }) => {
          const progress = {
            isDone: new Uint8Array(hours.length),
            started: Int32Array.from(started),
          };

          const ideal = findIdealHours({
            ...{ workload, hours, progress, seed: 3 },
            order: inOrder(hours.length),
          });

          const shortest = runAllOrders(workload, hours, progress);
          expect(ideal.lowerBoundHours).toBeLessThanOrEqual(shortest + 1e-9);
          expect(ideal.hours).toBeLessThanOrEqual(shortest + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("bounds plans too big to search by their work and their critical path", () => {
    const count = 3100;
    const edges = Array.from({ length: 99 }, (_, at) => [at, at + 1] as const);
    const workload = aWorkload(
      edges,
      Array.from({ length: count }, () => []),
      { slots: 40 },
    );

    const ideal = findIdealHours({
      seed: 3,
      ...{ workload, progress: none(count) },
      hours: Array.from({ length: count }, () => 2),
      order: inOrder(count),
    });

    expect(ideal.lowerBoundHours).toBe(200);
    expect(ideal.schedules).toBe(1);

    const busy = findIdealHours({
      workload: aWorkload(
        [],
        Array.from({ length: 3001 }, () => []),
        { slots: 5 },
      ),
      progress: none(3001),
      hours: Array.from({ length: 3001 }, () => 4),
      order: inOrder(3001),
      seed: 3,
    });
    expect(busy).toMatchObject({ hours: 2404, lowerBoundHours: 2404 });
  });
});

/** The shortest makespan of all orders of starting. */
function runAllOrders(workload: Workload, hours: readonly number[], progress: Progress): number {
  return listOrders([...hours.keys()]).reduce((shortest, listed) => {
    const order = Int32Array.from(listed);
    const runner = new Runner(rankWorkload(workload, order), rankProgress(progress, order));
    const ranked = Float64Array.from(order, (task) => hours[task] ?? 0);
    return Math.min(shortest, runner.run(ranked, emptyLog(hours.length)));
  }, Number.POSITIVE_INFINITY);
}

function listOrders(tasks: readonly number[]): readonly (readonly number[])[] {
  if (tasks.length === 0) return [[]];
  return tasks.flatMap((first) =>
    listOrders(tasks.filter((task) => task !== first)).map((rest) => [first, ...rest]),
  );
}
