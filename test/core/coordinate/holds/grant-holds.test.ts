import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { type Granted, grantHolds } from "../../../../src/core/coordinate/holds/grant-holds.ts";
import type { Grant } from "../../../../src/core/model/decision.ts";
import type { Freeze, Hold } from "../../../../src/core/model/hold.ts";
import type { PlanId, ResourceId, TaskId } from "../../../../src/core/model/ids.ts";
import type { ObservedLane } from "../../../../src/core/model/observed-lane.ts";
import type { RunLimit } from "../../../../src/core/model/schedule.ts";
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

/** One limit of a plan, with what its tasks take. */
function aLimit(id: string, capacity: number, units: Readonly<Record<string, number>>): RunLimit {
  const taken = Object.entries(units).map(([task, count]) => [task as TaskId, count] as const);
  return { id: id as ResourceId, capacity, units: taken };
}

function limitedTo(capacity: number, units: Readonly<Record<string, number>>) {
  return { limits: [aLimit("memory_mb", capacity, units)] };
}

function toUnits(names: readonly string[], units: readonly number[]) {
  const pairs = names.map((name, i) => [name, units[i] ?? 0] as const);
  return Object.fromEntries(pairs.filter(([, count]) => count > 0));
}

/** Names of the limits of which these tasks take more than there is. */
function listOverfull(limits: readonly RunLimit[], names: readonly string[]): readonly string[] {
  const isAmong = ([task]: RunLimit["units"][number]) => names.includes(task);
  return limits
    .filter(({ capacity, units }) => {
      const taken = units.filter(isAmong).reduce((sum, [, count]) => sum + count, 0);
      return taken > capacity;
    })
    .map(({ id }) => id);
}

function toHold(grant: Grant): Hold {
  return { ...grant, id: `${grant.holder.taskId}-${grant.resource}`, state: "held", passes: [] };
}

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

  describe("within the limits of its plan", () => {
    const taken = { A: 6, B: 6, C: 4, D: 2 };

    it("lets begin what fits, and those behind pass one that does not", () => {
      const lane = aLane({ A: {}, B: {}, C: {}, D: {} }, { plan: limitedTo(10, taken) });

      expect(starters(grant(lane))).toEqual(["A", "C"]);
    });

    it("counts what is under way, in turn or not, and never stops it", () => {
      const ada = { assignees: ["ada"] };
      const lane = aLane({ A: ada, B: ada, C: {}, D: {} }, { plan: limitedTo(13, taken) });
      const waiting = aLane(
        { A: { ...ada, ...db }, B: db, C: {}, D: {} },
        { plan: limitedTo(10, taken) },
      );

      expect(starters(grant(lane))).toEqual(["A", "B"]);
      expect(starters(grant(waiting, [aHold("X", "db")]))).toEqual(["C"]);
    });

    it("keeps no pull request from the turn that it needs", () => {
      const pulls = [aPull(7, { closes: [1], files: ["deploy/x"] })];
      const lane = aLane({ A: db, B: {} }, { pulls, plan: limitedTo(5, taken) });

      expect(words(grant(lane))).toEqual(["A db#0", "A pipe#0"]);
    });

    it("gives no resource to a task that could not begin", () => {
      const lane = aLane(
        { A: { assignees: ["ada"] }, B: db, C: db },
        { plan: limitedTo(10, taken) },
      );

      expect(words(grant(lane))).toEqual(["C db#0"]);
    });

    it("lets a holder that has not begun keep its place", () => {
      const lane = aLane({ A: {}, B: db }, { plan: limitedTo(10, taken) });

      expect(starters(grant(lane, [aHold("B", "db")]))).toEqual(["B"]);
    });

    it("keeps room for one that has waited for a day, but not for one that never fits", () => {
      const now = 25 * 3_600_000;
      const late = { closedAt: now, issue: "completed" } as const;
      const tasks = { L: late, A: {}, B: { assignees: ["ada"] }, C: { after: ["L"] } };
      const wide = { plan: limitedTo(11, taken) };
      const narrow = { plan: limitedTo(5, { A: 6, C: 4 }) };

      expect(starters(grant(aLane(tasks, wide)))).toEqual(["B", "C"]);
      expect(starters(grant(aLane(tasks, wide), [], [], now))).toEqual(["B"]);
      expect(starters(grant(aLane(tasks, narrow), [], [], now))).toEqual(["B", "C"]);
    });

    it("counts them plan by plan", () => {
      const lane = aLane({ A: {}, B: {} }, { plan: limitedTo(6, taken) });
      const [plan] = lane.plans;
      const other = plan && { ...plan, id: "PLAN-00000000" as PlanId };
      const both = { ...lane, plans: [...lane.plans, ...(other ? [other] : [])] };

      expect(starters(grant(both))).toEqual(["A", "A"]);
    });

    it("never has more begun by its own leave than there is room for, whoever begins and ends when", () => {
      const names = ["A", "B", "C", "D", "E", "F"];
      const step = fc.record({ kind: fc.constantFrom("begin", "end"), pick: fc.nat(9) });
      const anyUnits = fc.array(fc.nat(4), { minLength: 6, maxLength: 6 });
      const anyPlan = fc.record({ memory: anyUnits, people: anyUnits, room: fc.nat(6) });
      fc.assert(
        fc.property(anyPlan, fc.array(step, { maxLength: 20 }), (sizes, steps) => {
          const limits = [
            aLimit("memory_mb", sizes.room, toUnits(names, sizes.memory)),
            aLimit("people: ops", sizes.room, toUnits(names, sizes.people)),
          ];
          const tasks = new Map<string, TaskSketch>(
            names.map((name, i) => [name, i < 2 ? db : { after: i === 5 ? ["A"] : [] }]),
          );
          const isDone = (name: string) => tasks.get(name)?.issue === "completed";
          let holds: readonly Hold[] = [];
          for (const { kind, pick } of steps) {
            const granted = grant(aLane(Object.fromEntries(tasks), { plan: { limits } }), holds);
            const mayBegin = starters(granted);
            const begun = names.filter((name) => tasks.get(name)?.assignees && !isDone(name));

            expect(listOverfull(limits, mayBegin)).toEqual([]);
            expect(listOverfull(limits, begun)).toEqual([]);
            expect(begun.filter((name) => !mayBegin.includes(name))).toEqual([]); // none is stopped

            const list = kind === "begin" ? mayBegin : begun;
            const name = list[pick % Math.max(1, list.length)] ?? "";
            const issue = kind === "begin" ? "open" : "completed";
            if (name !== "") tasks.set(name, { ...tasks.get(name), assignees: ["ada"], issue });
            holds = [...holds, ...granted.grants.map(toHold)];
            holds = holds.filter(({ holder }) => !isDone(holder.taskId));
          }
        }),
      );
    });
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
