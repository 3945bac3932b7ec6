import { describe, expect, it } from "@jest/globals";
import { FencedError, GitHubError } from "../../src/core/errors.ts";
import type { OutboxOp, OutboxRow } from "../../src/core/model/outbox.ts";
import type { LaneWriter } from "../../src/flows/lane-ports.ts";
import { sendOutbox } from "../../src/flows/send-outbox.ts";
import type { SendOutcome } from "../../src/flows/store-port.ts";
import { MemoryStore } from "../support/memory-store.ts";

const claim = { lane: "octo/shop", installationId: 7, token: 1 };
const aRow = (id: string, attempts = 0): OutboxRow => ({
  id,
  opKey: id,
  op: { kind: "add-label", issueNumber: Number(id), label: "state:blocked" },
  attempts,
});

/** Sends rows where GitHub answers as told; tells all that was done, in order. */
async function send(
  rows: readonly OutboxRow[],
  answer: (op: OutboxOp) => Promise<void> = async () => {},
  { wasSent = false, isFenced = false } = {},
) {
  const done: string[] = [];
  const store = Object.assign(new MemoryStore(() => 0), {
    renew: async () => void done.push("renew"),
    async beginSend(_: unknown, id: string) {
      if (isFenced) throw new FencedError("taken over");
      done.push(`begin ${id}`);
    },
    async endSend(_: unknown, id: string, outcome: SendOutcome) {
      done.push(`end ${id} ${outcome.kind}`);
      if (outcome.kind === "later") done.push(`in ${outcome.delayMs}`);
    },
  });
  const writer: LaneWriter = {
    async send(op) {
      done.push(`send ${"issueNumber" in op ? op.issueNumber : op.kind}`);
      await answer(op);
    },
    async wasSent() {
      done.push("look");
      return wasSent;
    },
  };
  const sending = sendOutbox(claim, rows, store, writer, { leaseMs: 1000, retryMs: 50 });
  return { done, outcome: await sending.catch((error: unknown) => error) };
}

const refuse = (remedy: "try-later" | "fix-access", status: number) => async () => {
  throw new GitHubError(remedy, status, `GitHub answered ${status}`);
};

describe("sendOutbox", () => {
  it("sends in order, and notes before each write that it begins", async () => {
    const { done, outcome } = await send([aRow("1"), aRow("2")]);

    expect(outcome).toEqual({ isHeld: false, sent: 2 });
    expect(done).toEqual(
      ["renew", "begin 1", "send 1", "end 1 sent"].concat([
        "renew",
        "begin 2",
        "send 2",
        "end 2 sent",
      ]),
    );
  });

  it("looks for a write that was begun before, and does not make it twice", async () => {
    const { done } = await send([aRow("1", 1)], undefined, { wasSent: true });

    expect(done).toEqual(["renew", "begin 1", "look", "end 1 sent"]);
  });

  it("makes a write that was begun before and never took effect", async () => {
    const { done } = await send([aRow("1", 1)]);

    expect(done).toEqual(["renew", "begin 1", "look", "send 1", "end 1 sent"]);
  });

  it("holds all that are behind one that must wait", async () => {
    const { done, outcome } = await send([aRow("1"), aRow("2")], refuse("try-later", 429));

    expect(outcome).toEqual({ isHeld: true, reason: "GitHub answered 429" });
    expect(done).toEqual(["renew", "begin 1", "send 1", "end 1 later", "in 50"]);
  });

  it("drops what GitHub refuses, and goes on", async () => {
    const { done, outcome } = await send([aRow("1"), aRow("2")], refuse("fix-access", 404));

    expect(outcome).toEqual({ isHeld: false, sent: 0 });
    expect(done.filter((line) => line.startsWith("end"))).toEqual([
      "end 1 refused",
      "end 2 refused",
    ]);
  });

  it("sends nothing for a lane that was taken over", async () => {
    const { done, outcome } = await send([aRow("1")], undefined, { isFenced: true });

    expect(outcome).toBeInstanceOf(FencedError);
    expect(done).toEqual(["renew"]);
  });
});
