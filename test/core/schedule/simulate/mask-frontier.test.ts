import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { listFitMasks } from "../../../../src/core/schedule/simulate/fit-masks.ts";
import { MaskFrontier } from "../../../../src/core/schedule/simulate/mask-frontier.ts";
import { rankWorkload } from "../../../../src/core/schedule/simulate/rank-workload.ts";
import { RollingFrontier } from "../../../../src/core/schedule/simulate/rolling-frontier.ts";
import type { RunFrontier } from "../../../../src/core/schedule/simulate/run-frontier.ts";
import { anyWorkload } from "../../../support/a-workload.ts";

describe("MaskFrontier", () => {
  it("starts at every step what the frontier of queues starts, whoever ends first", () => {
    fc.assert(
      fc.property(anyWorkload(70), fc.array(fc.nat(9)), ({ workload, hours }, picks) => {
        const work = rankWorkload(workload, Int32Array.from(hours.keys()));
        const masks = listFitMasks(work.capacities, work.needs, hours.length);
        const byQueues = new RollingFrontier(work);

        const byMasks = masks && new MaskFrontier(work, masks, work.missing);

        expect(byMasks && play(byMasks, picks)).toEqual(play(byQueues, picks));
        expect(byMasks && play(byMasks, picks)).toHaveLength(hours.length);
      }),
    );
  });
});

/** Ranks in the order in which they start; of those under way the picked one ends next. */
function play(frontier: RunFrontier, picks: readonly number[]): readonly number[] {
  const started: number[] = [];
  const underWay: number[] = [];
  frontier.reset();
  for (let step = 0; ; step++) {
    for (let rank = frontier.takeNext(); rank >= 0; rank = frontier.takeNext()) {
      started.push(rank);
      underWay.push(rank);
    }
    const [ended] = underWay.splice((picks[step] ?? 0) % Math.max(1, underWay.length), 1);
    if (ended === undefined) return started;
    frontier.complete(ended);
  }
}
