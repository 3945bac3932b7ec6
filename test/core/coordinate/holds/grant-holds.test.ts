import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Granted, grantHolds } from "../../../../src/core/coordinate/holds/grant-holds.ts";
import type { Freeze, Hold } from "../../../../src/core/model/hold.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import { aFreeze } from "../../../support/a-freeze.ts";
import { aHold } from "../../../support/a-hold.ts";
import { aLane, type TaskSketch } from "../../../support/a-lane.ts";
import { aPull } from "../../../support/a-pull.ts";
import { situationsOf } from "../../../support/situations-of.ts";

function grant(
  observed: ObservedLane,
  holds: readonly Hold[] = [],
  freezes: readonly Freeze[] = [],
  now = 10_000,
): Granted {
  return grantHolds(situationsOf(observed, holds, now).tasks, { holds, freezes, now });
}

/** `A db#0` for each grant. */
function words({ grants }: Granted): readonly string[] {
  return grants.map(({ holder, resource, unit }) => `${holder.taskId} ${resource}#${unit}`);
}

/** Names of those who may start. */
function starters({ startable }: Granted): readonly string[] {
  return [...startable].map((key) => key.replace(/.*\//, "")).toSorted();
}

const db = { needs: ["db"] };

describe("grantHolds", () => {
  it("gives an exclusive resource to one, the longest way first", () => {
    // B -> C
    const granted = grant(aLane({ A: db, B: db, C: { after: ["B"], needs: ["db"] } }));

    expect(words(granted)).toEqual(["B db#0"]);
    expect(starters(granted)).toEqual(["B"]);
  });

  it("gives the lowest free units of a shared one", () => {
    const seats = { needs: ["seats"] };
    const holds = [aHold("B", "seats", { unit: 1 })];

    expect(words(grant(aLane({ A: seats, B: seats, C: seats }), holds))).toEqual(["A seats#0"]);
  });

  it("gives all that a task needs, or nothing", () => {
    const holds = [aHold("B", "pipe")];

    const granted = grant(aLane({ A: { needs: ["db", "pipe"] }, B: { needs: ["pipe"] } }), holds);

    expect(words(granted)).toEqual([]);
    expect(starters(granted)).toEqual(["B"]);
  });

  describe("to one that has waited for a day and is first", () => {
    const now = 25 * 3_600_000;
    const late = { closedAt: now, issue: "completed" } as const;
    const both = { needs: ["db", "pipe"] };
    const lane = aLane({ L: late, A: both, B: { ...db, after: ["L"] }, C: { after: ["B"] } });
    const holds = [aHold("X", "pipe")];

    it("keeps what is free of what it needs, though others come with a longer way", () => {
      expect(words(grant(lane, holds))).toEqual(["B db#0"]);
      expect(words(grant(lane, holds, [], now))).toEqual([]);
      expect(words(grant(lane, [], [], now))).toEqual(["A db#0", "A pipe#0"]);
    });

    it("keeps nothing while what it needs is frozen, or can never be had", () => {
      const freezes = [aFreeze("pipe")];
      const greedy = [aHold("X", "pipe")];
      const lowered = {
        ...lane,
        resources: lane.resources.map((one) =>
          one.id === "pipe" ? { ...one, type: "shared_limited" as const, capacity: 0 } : one,
        ),
      };

      expect(words(grant(lane, [], freezes, now))).toEqual(["B db#0"]);
      expect(words(grant(lowered, greedy, [], now))).toEqual(["B db#0"]);
    });
  });

  it("lets others pass one that waits", () => {
    // A waits for pipe, and must not keep B from the db
    const lane = aLane({ A: { needs: ["db", "pipe"] }, B: db, C: { needs: ["pipe"] } });

    expect(words(grant(lane, [aHold("C", "pipe")]))).toEqual(["B db#0"]);
  });

  it("gives nothing that is on its way out, or frozen", () => {
    const leaving = [aHold("B", "db", { state: "revoking" })];

    expect(words(grant(aLane({ A: db, B: {} }), leaving))).toEqual([]);
    expect(words(grant(aLane({ A: db }), [], [aFreeze("db")]))).toEqual([]);
  });

  it("lets a holder keep a frozen resource", () => {
    const granted = grant(aLane({ A: db }), [aHold("A", "db")], [aFreeze("db")]);

    expect(granted.handedBack).toEqual([]);
    expect(starters(granted)).toEqual(["A"]);
  });

  it("has those give back who need more and cannot have it, so that nobody waits for nobody", () => {
    // A holds db and its pull request touches pipe; B the other way round
    const pulls = [
      aPull(7, { closes: [1], files: ["deploy/x"] }),
      aPull(8, { closes: [2], files: ["db/x"] }),
    ];
    const holds = [aHold("A", "db"), aHold("B", "pipe")];

    const granted = grant(aLane({ A: db, B: { needs: ["pipe"] } }, { pulls }), holds);

    expect(words(granted)).toEqual([]);
    expect(granted.handedBack).toEqual(holds);
  });

  it("adds to what a task holds if the rest is free", () => {
    const pulls = [aPull(7, { closes: [1], files: ["deploy/x"] })];

    const granted = grant(aLane({ A: db }, { pulls }), [aHold("A", "db")]);

    expect(words(granted)).toEqual(["A pipe#0"]);
    expect(granted.handedBack).toEqual([]);
  });

  it("gives nothing to tasks that are blocked or done", () => {
    const lane = aLane({
      A: {},
      B: { after: ["A"], needs: ["db"] },
      C: { ...db, issue: "completed" },
    });

    expect(words(grant(lane))).toEqual([]);
  });

  it("counts slots: who holds or has begun comes first, then the order", () => {
    const lane = aLane(
      { A: {}, B: { assignees: ["ada"] }, C: db, D: {}, E: { after: ["D"] } },
      { plan: { maxConcurrentTasks: 3 } },
    );

    expect(starters(grant(lane, [aHold("C", "db")]))).toEqual(["B", "C", "D"]);
  });

  it("never gives more than there is, and leaves nobody waiting for what is free", () => {
    const need = fc.subarray(["db", "pipe", "seats"]);
    fc.assert(
      fc.property(fc.array(need, { maxLength: 8 }), fc.nat(3), (needs, slots) => {
        const sketches = needs.map((list, i): [string, TaskSketch] => [`T${i}`, { needs: list }]);
        const lane = aLane(Object.fromEntries(sketches), { plan: { maxConcurrentTasks: slots } });

        const granted = grant(lane);

        const units = words(granted).map((word) => word.split(" ")[1]);
        expect(new Set(units).size).toBe(units.length);
        expect(units.every((unit) => /^(db#0|pipe#0|seats#[01])$/.test(unit ?? ""))).toBe(true);
        const isFull = granted.startable.size >= slots;
        const left = (name: string) => !granted.grants.some(({ resource }) => resource === name);
        for (const [name, { needs: list = [] }] of sketches) {
          const isStarted = starters(granted).includes(name);
          const couldStart = !isFull && list.every((one) => left(one));
          expect(couldStart && !isStarted).toBe(false);
        }
      }),
    );
  });
});
