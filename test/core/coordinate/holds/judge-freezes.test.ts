import { describe, expect, it } from "@jest/globals";
import { judgeFreezes } from "../../../../src/core/coordinate/holds/judge-freezes.ts";
import type { ObservedPull } from "../../../../src/core/model/observed-lane.ts";
import { aFreeze } from "../../../support/a-freeze.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { aStoredLane } from "../../../support/a-stored-lane.ts";
import { situationsOf } from "../../../support/situations-of.ts";

function judge(pulls: readonly ObservedPull[], freezes = [aFreeze("db")]) {
  const lane = aLane({ A: {} }, { pulls });
  const { tasks, resources } = situationsOf(lane);
  const stored = aStoredLane({ freezes, settledPulls: freezes.map((one) => one.pullNumber) });
  return judgeFreezes(lane, tasks, resources, stored);
}

/** Merged at 5000. */
const merged = (number: number, unlockedAt?: number) =>
  aPull(number, { state: "merged", files: ["db/1.sql"], unlockedAt });

describe("judgeFreezes", () => {
  it("keeps a freeze until somebody has checked it", () => {
    expect(judge([merged(9)])).toMatchObject({ freezes: [aFreeze("db")], thaws: [] });
  });

  it("keeps it where the label was put on before the merge, or just then", () => {
    expect(judge([merged(9, 4000)]).thaws).toEqual([]);
    expect(judge([merged(9, 5000)]).thaws).toEqual([]);
  });

  it("lifts it when the label was put on after the merge", () => {
    const { freezes, thaws } = judge([merged(9, 6000)]);

    expect(freezes).toEqual([]);
    expect(thaws).toEqual([aFreeze("db")]);
  });

  it("leaves what another repository has frozen to that one", () => {
    const foreign = aFreeze("db", { repository: "octo/else" });

    expect(judge([merged(9, 6000)], [foreign]).thaws).toEqual([]);
  });

  it("freezes and lifts at once what was checked before it was found", () => {
    const { freezes, added, thaws } = judge([merged(8, 6000)], []);

    expect(freezes).toEqual([]);
    expect([added, thaws]).toMatchObject([[{ pullNumber: 8 }], [{ pullNumber: 8 }]]);
  });

  it("gives one order, whether stored or new", () => {
    const { freezes } = judge([merged(8)], [aFreeze("pipe"), aFreeze("db")]);

    expect(freezes.map(({ resource, pullNumber }) => `${resource} ${pullNumber}`)).toEqual([
      "db 8",
      "db 9",
      "pipe 9",
    ]);
  });
});
