import { describe, expect, it } from "@jest/globals";
import { findEndedHolds } from "../../../../src/core/coordinate/holds/find-ended-holds.ts";
import type { Hold } from "../../../../src/core/model/hold.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { situationsOf } from "../../../support/situations-of.ts";

const db = { needs: ["db"] };
const passed = (pullNumber: number) => aHold("A", "db", { passes: [aPass(pullNumber)] });

/** Why the hold ends; `undefined` if it does not. */
function reasonFor(hold: Hold, observed: ObservedLane): string | undefined {
  const { tasks } = situationsOf(observed, [hold]);
  return findEndedHolds(tasks, observed, [hold])[0]?.reason;
}

describe("findEndedHolds", () => {
  it("keeps the hold of a task that is open, free, and needs it", () => {
    expect(reasonFor(aHold("A", "db"), aLane({ A: db }))).toBeUndefined();
  });

  it("ends it with the issue", () => {
    const hold = aHold("A", "db");

    expect(reasonFor(hold, aLane({ A: { ...db, issue: "completed" } }))).toMatch(/completed/);
    expect(reasonFor(hold, aLane({ A: { ...db, issue: "not_planned" } }))).toMatch(/shelved/);
    expect(reasonFor(hold, aLane({ A: { ...db, issue: "gone" } }))).toMatch(/gone/);
  });

  it("ends it when the task leaves the plan", () => {
    expect(reasonFor(aHold("A", "db"), aLane({ B: db }))).toMatch(/left the plan/);
  });

  it("ends it when a predecessor is opened again", () => {
    const lane = aLane({ B: { issue: "reopened" }, A: { ...db, after: ["B"] } });

    expect(reasonFor(aHold("A", "db"), lane)).toMatch(/waits again for #1/);
  });

  it("ends it when its pull request waits for other tasks", () => {
    const pulls = [aPull(7, { closes: [1, 2] })];
    const lane = aLane({ A: db, B: { after: ["C"] }, C: {} }, { pulls });

    expect(reasonFor(aHold("A", "db"), lane)).toMatch(/waits for other tasks/);
  });

  it("ends what the task does not need any more", () => {
    expect(reasonFor(aHold("A", "pipe"), aLane({ A: db }))).toMatch(/does not need/);
  });

  it("keeps what it may need while the files of a pull request are unknown", () => {
    const pulls = [aPull(7, { closes: [1], files: undefined })];

    expect(reasonFor(aHold("A", "pipe"), aLane({ A: db }, { pulls }))).toBeUndefined();
  });

  it("leaves holds of other repositories alone", () => {
    const hold = aHold("Z", "db", {
      holder: { ...aHold("Z", "db").holder, repository: "octo/else" },
    });

    expect(reasonFor(hold, aLane({ A: db }))).toBeUndefined();
  });

  it("goes on with what is on its way out already, needed again or not", () => {
    expect(reasonFor(aHold("A", "db", { state: "revoked" }), aLane({ A: db }))).toMatch(/given up/);
  });

  describe("on which a gate has passed", () => {
    it("stays while that pull request is open and names the task", () => {
      const pulls = [aPull(7, { closes: [1] })];

      expect(reasonFor(passed(7), aLane({ A: db }, { pulls }))).toBeUndefined();
    });

    it("ends when it is merged into whatever branch", () => {
      const pulls = [aPull(7, { state: "merged", closes: [1], baseBranch: "topic" })];

      expect(reasonFor(passed(7), aLane({ A: db }, { pulls }))).toMatch(/merged/);
    });

    it("ends when it is closed, though another is open for the task", () => {
      const pulls = [aPull(7, { state: "closed", closes: [1] }), aPull(8, { closes: [1] })];

      expect(reasonFor(passed(7), aLane({ A: db }, { pulls }))).toMatch(/closed/);
    });

    it("ends when it names the task no longer", () => {
      const pulls = [aPull(7)];

      expect(reasonFor(passed(7), aLane({ A: db }, { pulls }))).toMatch(/names it no longer/);
    });
  });
});
