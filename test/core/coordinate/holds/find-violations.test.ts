import { describe, expect, it } from "@jest/globals";
import { findViolations } from "../../../../src/core/coordinate/holds/find-violations.ts";
import type { ObservedPull } from "../../../../src/core/model/observed-lane.ts";
import { aGate } from "../../../support/a-gate.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { aStoredLane } from "../../../support/a-stored-lane.ts";
import { situationsOf } from "../../../support/situations-of.ts";

const stray = (parts: Partial<ObservedPull> = {}) =>
  aPull(7, { state: "merged", files: ["db/1.sql"], ...parts });

function frozenBy(pull: ObservedPull, parts: Parameters<typeof aStoredLane>[0] = {}, gates = {}) {
  const lane = aLane(
    { A: { needs: ["pipe"] } },
    { pulls: [pull], gates: new Map(Object.entries(gates)) },
  );
  const { tasks, resources } = situationsOf(lane);
  return findViolations(lane, tasks, resources, aStoredLane(parts));
}

describe("findViolations", () => {
  it("freezes what a pull request changed without leave", () => {
    expect(frozenBy(stray())).toEqual([
      {
        scope: "repo:octo/shop",
        resource: "db",
        repository: "octo/shop",
        pullNumber: 7,
        reason: "#7 changed `db/1.sql` and was merged without holding `db`",
      },
    ]);
  });

  it("freezes what a task that it closed needs", () => {
    const [freeze] = frozenBy(stray({ closes: [1], files: [] }));

    expect(freeze?.reason).toBe("#7 closed #1 and was merged without holding `pipe`");
  });

  it("freezes all that files can touch where they are unknown", () => {
    const frozen = frozenBy(stray({ files: undefined }));

    expect(frozen.map(({ resource }) => resource)).toEqual(["db", "pipe"]);
  });

  it("finds nothing in what touches nothing", () => {
    expect(frozenBy(stray({ files: ["README.md"] }))).toEqual([]);
  });

  it("takes a standing success as leave, but no waiting gate", () => {
    expect(frozenBy(stray(), {}, { "sha-7": aGate("success") })).toEqual([]);
    expect(frozenBy(stray(), {}, { "sha-7": aGate("queued") })).toHaveLength(1);
    expect(frozenBy(stray(), {}, { "sha-7": aGate("other") })).toHaveLength(1);
  });

  it("takes a stored pass as leave, though the gate was taken back since", () => {
    const holds = [aHold("A", "db", { passes: [aPass(7)] })];

    expect(frozenBy(stray(), { holds }, { "sha-7": aGate("queued") })).toEqual([]);
  });

  it("does not take a pass of another repository's pull request with that number for one", () => {
    const hold = aHold("A", "db", { passes: [aPass(7)] });
    const holds = [{ ...hold, holder: { ...hold.holder, repository: "octo/else" } }];

    expect(frozenBy(stray(), { holds })).toHaveLength(1);
  });

  it("finds each once", () => {
    expect(frozenBy(stray(), { settledPulls: [7] })).toEqual([]);
  });

  it("judges neither other branches nor what was before our time", () => {
    expect(frozenBy(stray({ baseBranch: "topic" }))).toEqual([]);
    expect(frozenBy(stray({ mergedAt: 0 }))).toEqual([]);
    expect(frozenBy(stray({ mergedAt: 1000 }))).toHaveLength(1);
  });
});
