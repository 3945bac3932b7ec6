import { describe, expect, it } from "@jest/globals";
import { decide } from "../../../src/core/coordinate/decide.ts";
import { aGate } from "../../support/a-gate.ts";
import { aHold, aPass } from "../../support/a-hold.ts";
import { aLane } from "../../support/a-lane.ts";
import { aPull } from "../../support/a-pull.ts";
import { aStoredLane } from "../../support/a-stored-lane.ts";

const db = { needs: ["db"] };
const turn = { title: "Its turn", summary: "It may land: its task holds `db`." };
const kinds = ({ outbox }: ReturnType<typeof decide>) => outbox.map(({ op }) => op.kind);

describe("decide", () => {
  it("decides nothing where all is as it should be", () => {
    const lane = aLane(
      {
        A: { ...db, labels: ["state:in-progress"] },
        B: { after: ["A"], labels: ["state:blocked"] },
      },
      {
        pulls: [aPull(7, { closes: [1] })],
        gates: new Map([["sha-7", aGate("success", turn)]]),
      },
    );
    const holds = [aHold("A", "db", { passes: [aPass(7)] })];

    expect(decide(lane, aStoredLane({ holds }))).toEqual({
      grants: [],
      revoking: [],
      passes: [],
      releases: [],
      freezes: [],
      thaws: [],
      outbox: [],
      wakeAt: undefined,
    });
  });

  it("gives first, and opens the gate once that is stored", () => {
    const lane = aLane({ A: db }, { pulls: [aPull(7, { closes: [1] })] });
    const held = aHold("A", "db");

    const first = decide(lane, aStoredLane());
    const next = decide(lane, aStoredLane({ holds: [held] }));

    expect(first.grants).toMatchObject([{ resource: "db", unit: 0, grantedAt: 10_000 }]);
    expect(kinds(first)).toEqual(["add-label"]);
    expect(first.wakeAt).toBe(10_000);
    expect(next.passes).toEqual([{ holdId: held.id, pass: aPass(7) }]);
    expect(next.outbox.at(-1)?.op).toMatchObject({ kind: "gate", verdict: "success" });
  });

  it("takes back in two passes, and gives to the next only then", () => {
    const held = aHold("A", "db", { passes: [aPass(7)] });
    const lane = (verdict: "success" | "queued") =>
      aLane(
        { A: { ...db, issue: "completed" }, B: db },
        { pulls: [aPull(7, { closes: [1] })], gates: new Map([["sha-7", aGate(verdict)]]) },
      );

    const first = decide(lane("success"), aStoredLane({ holds: [held] }));
    const revoked = { ...held, state: "revoked" } as const;
    const second = decide(lane("queued"), aStoredLane({ holds: [revoked] }));

    expect(first).toMatchObject({ revoking: [held.id], releases: [], grants: [] });
    expect(first.outbox[0]?.op).toMatchObject({ verdict: "queued", revokes: [held.id] });
    expect(second).toMatchObject({ revoking: [], releases: [{ holdId: held.id }] });
    expect(second.grants).toMatchObject([{ holder: { taskId: "B" } }]);
  });

  it("gives each write a key of its own, what is shut first, then what is on record, and what is opened last", () => {
    const trackingIssue = { number: 50, nodeId: "I_50", databaseId: 1050 };
    const pulls = [aPull(7), aPull(8, { closes: [2] }), aPull(9, { files: ["db/x"] })];
    const lane = aLane({ A: {}, B: { after: ["A"] } }, { pulls, plan: { trackingIssue } });

    const decision = decide(lane, aStoredLane());

    const keys = decision.outbox.map(({ opKey }) => opKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(kinds(decision)).toEqual([
      ...["gate", "gate", "live-comment", "add-label", "add-label", "gate"],
    ]);
  });

  it("knows no plan where there is none: only touched resources count", () => {
    const pulls = [aPull(7), aPull(8, { files: ["db/x"] })];

    const { outbox } = decide(aLane({}, { plans: [], pulls }), aStoredLane());

    expect(outbox.map(({ op }) => (op.kind === "gate" ? op.title : ""))).toEqual([
      "Touches db/x but names no open task",
      "Nothing to wait for",
    ]);
  });
});
