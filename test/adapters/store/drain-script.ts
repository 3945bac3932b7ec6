import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { openStore } from "../../../src/adapters/store/open-store.ts";
import type { LaneClaim, Store } from "../../../src/flows/store-port.ts";
import { aCommit } from "../../support/a-commit.ts";

/**
 * A replica: drains lanes until its input has ended and nothing is left. Each event it sees
 * becomes one write, which it sends.
 */
async function drain(databaseUrl: string, schema: string): Promise<void> {
  const store = await openStore({ databaseUrl }, { schema });
  let isOver = false;
  createInterface({ input: process.stdin }).on("close", () => {
    isOver = true;
  });
  console.log("ready");
  for (;;) {
    const claim = await store.claim(String(process.pid), 30_000);
    if (claim !== undefined) await workOff(store, claim);
    else if (isOver) break;
    else await setTimeout(5);
  }
  await store.close();
}

async function workOff(store: Store, claim: LaneClaim): Promise<void> {
  const { events, lastSeq } = await store.readState(claim, []);
  const outbox = events.map(({ delivery }) => ({
    opKey: delivery,
    op: { kind: "add-label", issueNumber: process.pid, label: delivery } as const,
  }));
  await store.commit(claim, aCommit({ lastSeq, outbox }));
  for (const { id } of (await store.readState(claim, [])).outbox) {
    await store.beginSend(claim, id);
    await store.endSend(claim, id, { kind: "sent" });
  }
  await store.release(claim);
}

const [databaseUrl = "", schema = ""] = process.argv.slice(2);
await drain(databaseUrl, schema);
