import { describe, expect, it } from "@jest/globals";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { situationsOf } from "../../../support/situations-of.ts";

const db = { needs: ["db"] };
const names = (needs: readonly { readonly resource: string }[]) =>
  needs.map(({ resource }) => resource);

describe("buildSituations", () => {
  it("adds what a pull request touches to what its task needs", () => {
    const pulls = [aPull(7, { closes: [1], files: ["deploy/x", "db/1.sql"] })];

    const { task } = situationsOf(aLane({ A: db }, { pulls }));

    expect(names(task("A").planned)).toEqual(["db"]);
    expect(names(task("A").needs)).toEqual(["db", "pipe"]);
  });

  it("lets one task lead a pull request of several and take all that they need", () => {
    const pulls = [aPull(7, { closes: [1, 2, 3] })];

    const { task } = situationsOf(
      aLane({ A: {}, B: { needs: ["pipe"] }, C: { needs: ["db"] } }, { pulls }),
    );

    expect(["A", "B", "C"].map((name) => names(task(name).needs))).toEqual([
      [],
      ["db", "pipe"],
      [],
    ]);
  });

  it("counts the needs of a task that is blocked by what the same pull request closes", () => {
    // A -> B, both in #7
    const pulls = [aPull(7, { closes: [1, 2] })];

    const { task, pulls: [pull] = [] } = situationsOf(
      aLane({ A: {}, B: { after: ["A"], needs: ["db"] } }, { pulls }),
    );

    expect(pull?.blockers).toEqual([]);
    expect(names(task("A").needs)).toEqual(["db"]);
  });

  it("takes no turn for work that is stuck behind other tasks", () => {
    // C -> B, and #7 closes A and B: if A held the db, C could never be done
    const lane = aLane(
      { A: db, B: { after: ["C"] }, C: db },
      { pulls: [aPull(7, { closes: [1, 2], files: ["deploy/x"] })] },
    );

    const { task, pulls: [pull] = [] } = situationsOf(lane);

    expect(pull).toMatchObject({ blockers: [{ name: "#3" }], lead: undefined });
    expect(task("A").mayHold).toBe(false);
    expect(task("C").mayHold).toBe(true);
  });

  it("takes its turn if one of several pull requests is not stuck", () => {
    const pulls = [aPull(7, { closes: [1, 2] }), aPull(8, { closes: [1] })];

    const { task } = situationsOf(aLane({ A: db, B: { after: ["C"] }, C: {} }, { pulls }));

    expect(task("A").mayHold).toBe(true);
  });

  it("asks once for a resource, with the most units", () => {
    const pulls = [aPull(7, { closes: [1], files: ["db/1.sql"] }), aPull(8, { closes: [1] })];

    const { task } = situationsOf(aLane({ A: db }, { pulls }));

    expect(task("A").needs).toMatchObject([{ resource: "db", units: 1 }]);
  });

  describe("an issue that is still open though its pull request was merged", () => {
    const merged = aPull(7, { state: "merged", closes: [1] });

    it("is free again if GitHub never closes it", () => {
      const lane = aLane({ A: db }, { pulls: [merged] });

      const { task } = situationsOf(lane, [], 605_000);

      expect(task("A")).toMatchObject({ landingUntil: undefined, mayHold: true });
    });

    it("is landing", () => {
      const { task } = situationsOf(aLane({ A: db }, { pulls: [merged] }));

      expect(task("A")).toMatchObject({ landingUntil: 605_000, mayHold: false });
    });

    it("is not if somebody reopened it", () => {
      const { task } = situationsOf(aLane({ A: { issue: "reopened" } }, { pulls: [merged] }));

      expect(task("A")).toMatchObject({ landingUntil: undefined, mayHold: true });
    });

    it("is not if the merge went into another branch, which closes nothing", () => {
      const pulls = [{ ...merged, baseBranch: "topic" }];

      const { task } = situationsOf(aLane({ A: {} }, { pulls }));

      expect(task("A").landingUntil).toBeUndefined();
    });
  });

  it("tells how long a task could have started: since the last predecessor was done", () => {
    const done = (closedAt: number) => ({ issue: "completed", closedAt }) as const;

    const { task } = situationsOf(
      aLane({ A: done(500), B: done(700), C: { after: ["A", "B"] }, D: {} }),
    );

    expect([task("C").readySince, task("D").readySince]).toEqual([700, 0]);
  });

  it("tells how an issue stands", () => {
    const { task } = situationsOf(
      aLane({
        A: {},
        B: { issue: "completed" },
        C: { issue: "not_planned" },
        D: { issue: "gone" },
      }),
    );

    expect(["A", "B", "C", "D"].map((name) => task(name).standing)).toEqual([
      "open",
      "completed",
      "shelved",
      "gone",
    ]);
  });
});
