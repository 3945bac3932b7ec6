import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { orderByTails } from "../../../../src/core/schedule/simulate/order-by-tails.ts";
import { rankWorkload } from "../../../../src/core/schedule/simulate/rank-workload.ts";
import { emptyLog } from "../../../../src/core/schedule/simulate/run-log.ts";
import { type Barriers, Runner } from "../../../../src/core/schedule/simulate/runner.ts";
import type { Workload } from "../../../../src/core/schedule/simulate/workload.ts";
import { fillWaves } from "../../../../src/core/schedule/waves/fill-waves.ts";
import { anyWorkload } from "../../../support/a-workload.ts";

describe("a rolling run beside waves of the same tasks and hours", () => {
  it("is never longer where nothing is scarce", () => {
    fc.assert(
      fc.property(anyWorkload(12), ({ workload, hours }) => {
        const free = {
          ...{ ...workload, slots: hours.length + 1 },
          capacities: workload.capacities.map(() => 1000),
        };

        const { rolling, waves } = runBoth(free, hours);

        expect(rolling).toBeLessThanOrEqual(waves);
      }),
    );
  });

  it("is shorter on the mean of many plans, though single ones may be anomalies", () => {
    const made = fc.sample(anyWorkload(14), { numRuns: 300, seed: 5 });

    const both = made.map(({ workload, hours }) => runBoth(workload, hours));

    const sum = (way: "rolling" | "waves") => both.reduce((total, one) => total + one[way], 0);
    const anomalies = both.filter(({ rolling, waves }) => rolling > waves);
    expect(sum("rolling")).toBeLessThan(sum("waves"));
    expect(anomalies.length).toBeLessThan(0.02 * made.length);
    for (const { rolling, waves } of anomalies) expect(rolling).toBeLessThan(1.5 * waves);
  });
});

function runBoth(workload: Workload, hours: readonly number[]) {
  const order = orderByTails(workload, hours);
  const lists = fillWaves({ workload, maxWaveSize: workload.slots }, order);
  const waveOf = new Int32Array(hours.length);
  for (const [number, tasks] of lists.entries()) for (const task of tasks) waveOf[task] = number;
  const barriers = {
    waveOf: order.map((task) => waveOf[task] ?? 0),
    quorums: Int32Array.from(lists, ({ length }) => length),
  };
  const run = (waves?: Barriers) =>
    new Runner(rankWorkload(workload, order), undefined, waves).run(
      Float64Array.from(order, (task) => hours[task] ?? 0),
      emptyLog(hours.length),
    );
  return { rolling: run(), waves: run(barriers) };
}
