import { describe, expect, it } from "@jest/globals";
import { keepHolds, takeBackHolds } from "../../../../src/core/coordinate/holds/take-back-holds.ts";
import type { Hold } from "../../../../src/core/model/hold.ts";
import type { ObservedLane, ObservedPull } from "../../../../src/core/model/observed-lane.ts";
import { aGate } from "../../../support/a-gate.ts";
import { aHold, aPass } from "../../../support/a-hold.ts";
import { aLane } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";

function takeBack(
  hold: Hold,
  pulls: readonly ObservedPull[],
  gates: Readonly<Record<string, "success" | "queued">> = {},
) {
  const shown = Object.entries(gates).map(([sha, verdict]) => [sha, aGate(verdict)] as const);
  const observed: ObservedLane = aLane({ A: {} }, { pulls, gates: new Map(shown) });
  const { revoking, releases } = takeBackHolds([{ hold, reason: "over" }], observed);
  return { shas: revoking.flatMap(({ headShas }) => headShas), isReleased: releases.length > 0 };
}

const hold = (parts: Partial<Hold> = {}) => aHold("A", "db", { passes: [aPass(7)], ...parts });

describe("takeBackHolds", () => {
  it("releases at once what no gate has passed on", () => {
    expect(takeBack(hold({ passes: [] }), [])).toEqual({ shas: [], isReleased: true });
  });

  it.each(["open", "closed"] as const)("takes back the gate of an %s pull request", (state) => {
    const pulls = [aPull(7, { state })];

    expect(takeBack(hold(), pulls)).toEqual({ shas: ["sha-7"], isReleased: false });
  });

  it("takes it back whatever GitHub shows of it, for reads lag", () => {
    const taken = takeBack(hold(), [aPull(7)], { "sha-7": "queued" });

    expect(taken).toEqual({ shas: ["sha-7"], isReleased: false });
  });

  it("releases once that was sent and GitHub shows no success", () => {
    const taken = takeBack(hold({ state: "revoked" }), [aPull(7)], { "sha-7": "queued" });

    expect(taken).toEqual({ shas: [], isReleased: true });
  });

  it("does not release while GitHub shows success still", () => {
    const taken = takeBack(hold({ state: "revoked" }), [aPull(7)], { "sha-7": "success" });

    expect(taken).toEqual({ shas: ["sha-7"], isReleased: false });
  });

  it("releases at once what landed", () => {
    const merged = [aPull(7, { state: "merged" })];

    expect(takeBack(hold(), merged, { "sha-7": "success" }).isReleased).toBe(true);
  });

  it("takes back the gate of a landed commit that an open pull request shares", () => {
    const pulls = [aPull(7, { state: "merged" }), aPull(8, { headSha: "sha-7" })];

    expect(takeBack(hold(), pulls)).toEqual({ shas: ["sha-7"], isReleased: false });
  });

  it("takes back older commits of a landed pull request that show success still", () => {
    const passes = [aPass(7, "old"), aPass(7)];
    const merged = [aPull(7, { state: "merged" })];

    expect(takeBack(hold({ passes }), merged, { old: "success" }).shas).toEqual(["old"]);
    expect(takeBack(hold({ passes }), merged, { old: "queued" }).isReleased).toBe(true);
  });

  it("takes back every commit that passed, each once", () => {
    const passes = [aPass(7, "one"), aPass(7, "two"), aPass(8, "one")];

    expect(takeBack(hold({ passes }), [aPull(7)]).shas).toEqual(["one", "two"]);
  });
});

describe("keepHolds", () => {
  it("drops the released and marks those on their way out", () => {
    const [stays, goes, leaves, left] = ["A", "B", "C", "D"].map((task) => aHold(task, "db"));
    if (!stays || !goes || !leaves || !left) throw new Error("four holds");
    const revoked = { ...left, state: "revoked" } as const;
    const revoking = [leaves, revoked].map((one) => ({ hold: one, headShas: ["sha"] }));
    const releases = [{ holdId: goes.id, reason: "over" }];

    const kept = keepHolds([stays, goes, leaves, revoked], { revoking, releases });

    expect(kept).toEqual([stays, { ...leaves, state: "revoking" }, revoked]);
  });
});
