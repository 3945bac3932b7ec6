import { describe, expect, it } from "@jest/globals";
import { InvariantError } from "../../src/core/errors.ts";
import type { OutboxOp } from "../../src/core/model/outbox.ts";
import { aCommit } from "../support/a-commit.ts";
import { aGrant } from "../support/a-grant.ts";
import { aLaneEvent } from "../support/a-lane-event.ts";
import type { StoreBench } from "./use-store-bench.ts";

const addLabel = { kind: "add-label", issueNumber: 1, label: "state:available" } as const;
const removeLabel = { ...addLabel, kind: "remove-label" } as const;

function aGate(headSha: string, revokes: readonly string[]): OutboxOp {
  const verdict = revokes.length > 0 ? "queued" : "success";
  return { kind: "gate", headSha, verdict, title: "t", summary: "s", externalId: "e", revokes };
}

/** What was decided is sent in order, and a crash in the middle is seen. */
export function describeStoreSends(bench: StoreBench): void {
  /** Claims a lane in which these writes wait. */
  async function claimWithWrites(...ops: readonly OutboxOp[]) {
    await bench.store.accept(aLaneEvent());
    const claim = await bench.claim();
    const { lastSeq } = await bench.store.readState(claim, []);
    const outbox = ops.map((op, index) => ({ opKey: `op-${index}`, op }));
    await bench.store.commit(claim, aCommit({ lastSeq, outbox }));
    const rows = (await bench.store.readState(claim, [])).outbox;
    return { claim, ids: rows.map(({ id }) => id) };
  }

  describe("outbox", () => {
    it("keeps writes in the order of the decision, whatever their text", async () => {
      const strange = "\0 half a \ud83d pair, 'quotes' and \"double\" \\u0000";
      const comment = {
        kind: "live-comment",
        issueNumber: 2,
        commentId: 3,
        body: strange,
      } as const;
      const ops = [addLabel, comment, aGate("sha", ["hold"]), removeLabel];

      const { claim } = await claimWithWrites(...ops);

      const { outbox } = await bench.store.readState(claim, []);
      expect(outbox.map(({ op }) => op)).toEqual(ops);
      expect(outbox.map(({ attempts }) => attempts)).toEqual([0, 0, 0, 0]);
    });

    it("makes a lane with unsent writes claimable, until they are sent", async () => {
      const { claim, ids } = await claimWithWrites(addLabel);
      await bench.store.release(claim);
      const next = await bench.claim(bench.other);

      await bench.other.beginSend(next, ids[0] ?? "");
      await bench.other.endSend(next, ids[0] ?? "", { kind: "sent" });
      await bench.other.release(next);

      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
    });

    it("shows the next process what a crash may have left done", async () => {
      const { claim, ids } = await claimWithWrites(addLabel, removeLabel);
      await bench.store.beginSend(claim, ids[0] ?? "");
      bench.tick(60_000);

      const next = await bench.claim(bench.other);

      const { outbox } = await bench.other.readState(next, []);
      expect(outbox.map(({ attempts }) => attempts)).toEqual([1, 0]);
    });

    it("stores a write once while it waits, and again when it is wanted again", async () => {
      const { claim, ids } = await claimWithWrites(addLabel);
      const again = aCommit({ outbox: [{ opKey: "op-0", op: addLabel }] });
      await bench.store.commit(claim, again);
      expect((await bench.store.readState(claim, [])).outbox).toHaveLength(1);
      await bench.store.beginSend(claim, ids[0] ?? "");
      await bench.store.endSend(claim, ids[0] ?? "", { kind: "sent" });

      await bench.store.commit(claim, again);

      const { outbox } = await bench.store.readState(claim, []);
      expect(outbox).toMatchObject([{ opKey: "op-0", attempts: 0 }]);
      expect(outbox[0]?.id).not.toBe(ids[0]);
    });

    it("drops a write that GitHub refuses", async () => {
      const { claim, ids } = await claimWithWrites(addLabel, removeLabel);
      await bench.store.beginSend(claim, ids[0] ?? "");

      await bench.store.endSend(claim, ids[0] ?? "", { kind: "refused", reason: "422 \0" });

      const { outbox } = await bench.store.readState(claim, []);
      expect(outbox.map(({ op }) => op)).toEqual([removeLabel]);
    });

    it("drops what a decision takes back, and takes the same write anew", async () => {
      const { claim, ids } = await claimWithWrites(addLabel, removeLabel);

      const again = [{ opKey: "op-0", op: addLabel }];
      await bench.store.commit(claim, aCommit({ drops: ids.slice(0, 1), outbox: again }));

      const { outbox } = await bench.store.readState(claim, []);
      expect(outbox.map(({ op }) => op)).toEqual([removeLabel, addLabel]);
      expect(outbox.map(({ id }) => id)).not.toContain(ids[0]);
    });

    it("lets a lane wait whose write is to be sent later", async () => {
      const { claim, ids } = await claimWithWrites(addLabel);
      await bench.store.beginSend(claim, ids[0] ?? "");
      const later = { kind: "later", reason: "429", delayMs: 10_000, isFirm: true } as const;

      await bench.store.endSend(claim, ids[0] ?? "", later);
      await bench.store.release(claim);

      await bench.store.accept(aLaneEvent());
      bench.tick(9999);
      expect(await bench.store.claim("worker", 60_000)).toBeUndefined();
      bench.tick(1);
      expect((await bench.peek()).outbox).toMatchObject([{ id: ids[0], attempts: 1 }]);
    });

    it("refuses to send what was sent", async () => {
      const { claim, ids } = await claimWithWrites(addLabel);
      await bench.store.beginSend(claim, ids[0] ?? "");
      await bench.store.endSend(claim, ids[0] ?? "", { kind: "sent" });

      await expect(bench.store.beginSend(claim, ids[0] ?? "")).rejects.toThrow(InvariantError);
      await expect(bench.store.endSend(claim, ids[0] ?? "", { kind: "sent" })).rejects.toThrow(
        InvariantError,
      );
    });
  });

  describe("gates that are taken back", () => {
    /** Claims a lane with a hold on its way out and the gates that take it back. */
    async function claimRevoking(...shas: readonly string[]) {
      const { claim } = await claimWithWrites();
      await bench.store.commit(claim, aCommit({ grants: [aGrant()] }));
      const [hold] = (await bench.store.readState(claim, [])).holds;
      const holdId = hold?.id ?? "";
      const outbox = shas.map((sha) => ({ opKey: sha, op: aGate(sha, [holdId]) }));
      await bench.store.commit(claim, aCommit({ revoking: [holdId], outbox }));
      const state = await bench.store.readState(claim, []);
      expect(state.holds).toMatchObject([{ id: holdId, state: "revoking" }]);
      return { claim, holdId, ids: state.outbox.map(({ id }) => id) };
    }

    it("turn the hold to revoked and wake the lane once they are sent", async () => {
      const { claim, ids } = await claimRevoking("sha");
      await bench.store.beginSend(claim, ids[0] ?? "");

      await bench.store.endSend(claim, ids[0] ?? "", { kind: "sent" });

      const state = await bench.store.readState(claim, []);
      expect(state.holds).toMatchObject([{ state: "revoked" }]);
      expect(state.events.map(({ name }) => name)).toEqual(["wake"]);
    });

    it("turn it with the last of them", async () => {
      const { claim, ids } = await claimRevoking("one", "two");
      const states: (string | undefined)[] = [];

      for (const id of ids) {
        await bench.store.beginSend(claim, id);
        await bench.store.endSend(claim, id, { kind: "sent" });
        states.push((await bench.store.readState(claim, [])).holds[0]?.state);
      }

      expect(states).toEqual(["revoking", "revoked"]);
    });

    it("do not turn it while one was refused, until a later decision takes it back", async () => {
      const { claim, ids, holdId } = await claimRevoking("one", "two");
      await bench.store.endSend(claim, ids[0] ?? "", { kind: "refused", reason: "422" });
      await bench.store.endSend(claim, ids[1] ?? "", { kind: "sent" });
      const after = await bench.store.readState(claim, []);
      expect(after.holds).toMatchObject([{ state: "revoking" }]);
      await bench.store.release(claim);

      const next = await bench.claim();
      const outbox = [{ opKey: "one", op: aGate("one", [holdId]) }];
      await bench.store.commit(next, aCommit({ lastSeq: after.lastSeq, outbox }));
      const [row] = (await bench.store.readState(next, [])).outbox;
      await bench.store.endSend(next, row?.id ?? "", { kind: "sent" });

      expect((await bench.store.readState(next, [])).holds).toMatchObject([{ state: "revoked" }]);
    });

    it("leave a hold alone that is not on its way out", async () => {
      const { claim } = await claimWithWrites();
      await bench.store.commit(claim, aCommit({ grants: [aGrant()] }));
      const [hold] = (await bench.store.readState(claim, [])).holds;
      const outbox = [{ opKey: "gate", op: aGate("sha", [hold?.id ?? ""]) }];
      await bench.store.commit(claim, aCommit({ outbox }));
      const [row] = (await bench.store.readState(claim, [])).outbox;

      await bench.store.endSend(claim, row?.id ?? "", { kind: "sent" });

      expect((await bench.store.readState(claim, [])).holds).toMatchObject([{ state: "held" }]);
    });
  });
}
