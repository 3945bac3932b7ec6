import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findIdealHours } from "../../../src/core/schedule/find-ideal-hours.ts";
import { rankWorkload } from "../../../src/core/schedule/simulate/rank-workload.ts";
import { emptyLog } from "../../../src/core/schedule/simulate/run-log.ts";
import { Runner } from "../../../src/core/schedule/simulate/runner.ts";
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

    expect(ideal).toMatchObject({ hours: 8, lowerBoundHours: 6 });
  });

  it("bounds plans too big to search by their critical path", () => {
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
  });
});
