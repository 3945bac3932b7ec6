import { describe, expect, it } from "@jest/globals";
import type { Store } from "../../src/flows/store-port.ts";
import { aCommit } from "../support/a-commit.ts";
import { aGrant } from "../support/a-grant.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import { crashingStore } from "../support/crashing-store.ts";
import type { StoreBench } from "./use-store-bench.ts";

/** What is on the other side: each write that took effect. */
type Effects = string[];

/** However a process dies, the next one ends in the same place. */
export function describeStoreCrashes(bench: StoreBench): void {
  describe("crashes", () => {
    it.each(["before", "after"] as const)(
      "%s any call end as a run without one does, with nothing done twice",
      async (when) => {
        const calls = await countCalls(bench);
        expect(calls).toBe(7);

        for (let at = 1; at <= calls; at += 1) {
          const effects: Effects = [];
          const crashing = crashingStore(bench.store);
          const { lane } = await bringEvents(bench, `${when}-${at}`);
          crashing.failAfter(at, when);
          await expect(drain(crashing, effects)).rejects.toThrow("the process died");
          await expect(crashing.ping()).rejects.toThrow("the process is dead");

          bench.tick(60_000);
          crashing.recover();
          await drain(crashing, effects);

          expect(effects.toSorted()).toEqual([`${lane} one`, `${lane} two`]);
          expect(await readEnd(bench, lane)).toMatchObject({ events: [], outbox: [], holds: [{}] });
        }
      },
    );
  });
}

async function countCalls(bench: StoreBench): Promise<number> {
  const counting = crashingStore(bench.store);
  await bringEvents(bench, "whole");
  await drain(counting, []);
  // the last call only finds that nothing is left
  return counting.calls - 1;
}

async function bringEvents(bench: StoreBench, name: string) {
  const lane = `octo/${name}`;
  for (const what of ["one", "two"]) {
    await bench.store.accept(aLaneEvent({ lane, delivery: `${lane} ${what}`, name: what }));
  }
  return { lane };
}

/** A process that makes one write of each event, and looks before it repeats one. */
async function drain(store: Store, effects: Effects): Promise<void> {
  for (;;) {
    const claim = await store.claim("worker", 60_000);
    if (claim === undefined) return;
    const { lane } = claim;
    const { events, lastSeq, holds } = await store.readState(claim, []);
    const outbox = events.map(({ name }) => ({
      opKey: name,
      op: { kind: "add-label", issueNumber: 1, label: `${lane} ${name}` } as const,
    }));
    const holder = { ...aGrant().holder, repository: lane };
    const grants = holds.length > 0 ? [] : [aGrant({ scope: `repo:${lane}`, holder })];
    await store.commit(claim, aCommit({ lastSeq, outbox, grants }));
    for (const { id, op, attempts } of (await store.readState(claim, [])).outbox) {
      await store.beginSend(claim, id);
      const effect = op.kind === "add-label" ? op.label : "";
      if (attempts === 0 || !effects.includes(effect)) effects.push(effect);
      await store.endSend(claim, id, { kind: "sent" });
    }
    await store.release(claim);
  }
}

/** What is stored of a lane that has nothing left to do, shown by one more event's claim. */
async function readEnd(bench: StoreBench, lane: string) {
  await bench.store.accept(aLaneEvent({ lane }));
  const claim = await bench.claim();
  expect(claim.lane).toBe(lane);
  const { lastSeq } = await bench.store.readState(claim, []);
  await bench.store.commit(claim, aCommit({ lastSeq }));
  const state = await bench.store.readState(claim, []);
  await bench.store.release(claim);
  return state;
}
