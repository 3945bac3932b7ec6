import fc from "fast-check";
import type { OpenStoreWorld } from "../support/store-world.ts";
import { finishWork } from "./finish-work.ts";
import { type BrokenDecide, History } from "./history.ts";
import { judgeEnd } from "./judge-end.ts";
import { aHistory, type Step } from "./step.ts";

/** How many histories, on what. */
export interface HistoryRuns {
  readonly openWorld: OpenStoreWorld;
  readonly runs: number;
  /** Most steps of one. */
  readonly steps?: number;
  /** In place of the real decision. */
  readonly broken?: BrokenDecide;
}

/**
 * Lives through random histories and fails with the shortest found that breaks a rule. The same
 * ones each time, unless KEYSTEPS_SEED is set to another number.
 */
export async function expectHistoriesHold(how: HistoryRuns): Promise<void> {
  const { openWorld, runs, broken } = how;
  const property = fc.asyncProperty(aHistory(how.steps ?? 70), async (steps) => {
    const faults = await live(steps, openWorld, broken);
    if (faults.length > 0) throw new Error(faults.slice(0, 5).join("\n"));
  });
  const seed = Number(process.env.KEYSTEPS_SEED ?? 8);
  await fc.assert(property, { numRuns: runs, seed, endOnFailure: broken !== undefined });
}

async function live(
  steps: readonly Step[],
  openWorld: OpenStoreWorld,
  broken: BrokenDecide | undefined,
): Promise<readonly string[]> {
  const history = await History.begin(openWorld, broken);
  try {
    for (const step of steps) {
      await history.take(step);
      if (history.ledger.faults.length > 0) return history.ledger.faults;
    }
    await history.settle();
    const faults = [...history.ledger.faults, ...(await judgeEnd(history))];
    const isToFinish = steps.length % 8 === 0;
    return faults.length > 0 || !isToFinish ? faults : await finishWork(history);
  } finally {
    await history.end();
  }
}
