import { describe, expect, it } from "@jest/globals";
import { FencedError } from "../../src/core/errors.ts";
import type { LaneClaim, Store } from "../../src/flows/store-port.ts";
import { aCommit } from "../support/a-commit.ts";
import { aGrant } from "../support/a-grant.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

type Attempt = (store: Store, claim: LaneClaim, rowId: string) => Promise<unknown>;

const attempts: Readonly<Record<string, Attempt>> = {
  renew: (store, claim) => store.renew(claim, 60_000),
  readState: (store, claim) => store.readState(claim, []),
  commit: (store, claim) =>
    store.commit(
      claim,
      aCommit({
        lastSeq: 1_000_000,
        grants: [aGrant()],
        outbox: [{ opKey: "late", op: { kind: "add-label", issueNumber: 1, label: "x" } }],
        wakeAt: 1,
      }),
    ),
  beginSend: (store, claim, rowId) => store.beginSend(claim, rowId),
  endSend: (store, claim, rowId) => store.endSend(claim, rowId, { kind: "sent" }),
  "endSend later": (store, claim, rowId) =>
    store.endSend(claim, rowId, { kind: "later", reason: "429", delayMs: 60_000, isFirm: true }),
  postpone: (store, claim) =>
    store.postpone(claim, { reason: "bug", delayMs: 60_000, isFirm: true }, 1),
  release: (store, claim) => store.release(claim),
};

/** Whoever comes with an older token changes nothing. */
export function describeStoreFences(bench: StoreBench): void {
  describe("fences", () => {
    it.each(Object.keys(attempts))("refuses %s once the lane was claimed anew", async (name) => {
      const { stale, rowId } = await haveLaneTaken(bench);
      const newest = await bench.claim(bench.other);
      const before = await bench.other.readState(newest, []);

      await expect(attempts[name]?.(bench.store, stale, rowId)).rejects.toThrow(FencedError);

      expect(await bench.other.readState(newest, [])).toEqual(before);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      await bench.other.release(newest);
      expect((await bench.claim()).token).toBe(newest.token + 1);
    });

    it.each(Object.keys(attempts))("refuses %s once the lane was given back", async (name) => {
      const { stale, rowId } = await haveLaneTaken(bench);
      const newest = await bench.claim();
      await bench.store.release(newest);

      const late = attempts[name]?.(bench.store, { ...stale, token: newest.token }, rowId);

      await expect(late).rejects.toThrow(FencedError);
      expect((await bench.peek()).events).toHaveLength(1);
    });

    it("lets a late process finish if nobody has taken its lane", async () => {
      await bench.store.accept(aLaneEvent());
      const claim = await bench.claim();
      const { lastSeq } = await bench.store.readState(claim, []);
      bench.tick(120_000);

      await bench.store.commit(claim, aCommit({ lastSeq }));

      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
    });
  });
}

/** A lane with an event and an unsent write, whose first claimer was late. */
async function haveLaneTaken(bench: StoreBench) {
  await bench.store.accept(aLaneEvent());
  const stale = await bench.claim();
  await bench.store.commit(
    stale,
    aCommit({
      outbox: [{ opKey: "first", op: { kind: "add-label", issueNumber: 1, label: "a" } }],
    }),
  );
  const { outbox } = await bench.store.readState(stale, []);
  bench.tick(60_000);
  return { stale, rowId: outbox[0]?.id ?? "" };
}
