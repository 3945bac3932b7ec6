import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { sql } from "kysely";
import { connectPostgres } from "../../../src/adapters/store/connect/connect-postgres.ts";
import type { Store } from "../../../src/flows/store-port.ts";
import { aCommit } from "../../support/a-commit.ts";
import { aGrant } from "../../support/a-grant.ts";
import { aLaneEvent } from "../../support/a-lane-event.ts";
import { openPostgresWorld } from "../../support/open-postgres-world.ts";
import { isPostgresUp, postgresUrl } from "../../support/postgres-url.ts";
import { startScript } from "../../support/start-script.ts";
import type { StoreWorld } from "../../support/store-world.ts";

const describeOnPostgres = (await isPostgresUp("several replicas")) ? describe : describe.skip;

describeOnPostgres("replicas on one PostgreSQL", () => {
  const schema = `replicas_${process.pid}`;
  let world: StoreWorld;
  let store: Store;
  let aheadMs = 0;

  beforeEach(async () => {
    aheadMs = 0;
    world = await openPostgresWorld(() => Date.now() + aheadMs, schema);
    store = await world.open();
  });

  afterEach(() => world.dispose());

  it("work off every event once while more come in", async () => {
    const workers = [1, 2, 3].map(() =>
      startScript("test/adapters/store/drain-script.ts", [postgresUrl, schema]),
    );
    for (const worker of workers) expect(await worker.readLine()).toBe("ready");
    const events = Array.from({ length: 300 }, (_, index) =>
      aLaneEvent({ lane: `octo/lane-${index % 10}` }),
    );

    const senders = Array.from({ length: 10 }, async (_, sender) => {
      for (const event of events.filter((_, index) => Math.floor(index / 30) === sender))
        await store.accept(event);
    });
    await Promise.all(senders);
    const codes = await Promise.all(workers.map((worker) => worker.end()));

    expect(codes).toEqual([0, 0, 0]);
    const sent = await query<{ op_key: string; worker: string }>(
      sql`select op_key, op ->> 'issueNumber' as worker from ${sql.id(schema, "outbox")}
        where state = 'sent' and attempts = 1`,
    );
    expect(sent.map((row) => row.op_key).toSorted()).toEqual(
      events.map((event) => event.delivery).toSorted(),
    );
    expect(new Set(sent.map((row) => row.worker)).size).toBeGreaterThan(1);
  });

  it("change nothing after a pause in which their lane was taken", async () => {
    await store.accept(aLaneEvent());
    const late = startScript("test/adapters/store/late-script.ts", [postgresUrl, schema]);
    expect(await late.readLine()).toBe("1");
    late.child.kill("SIGSTOP");
    aheadMs = 60_000;
    const claim = await store.claim("quick", 60_000);
    if (claim === undefined) throw new Error("the lane was not free");
    await store.commit(claim, aCommit({ lastSeq: 0, grants: [aGrant()] }));

    late.send("go on");
    late.child.kill("SIGCONT");

    expect(await late.readLine()).toBe("FencedError");
    expect(await late.end()).toBe(0);
    const { holds, events } = await store.readState(claim, []);
    expect(holds.map(({ unit }) => unit)).toEqual([0]);
    expect(events).toHaveLength(1);
  });
});

/** Rows, as somebody sees them who looks into the database. */
async function query<Row>(statement: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  const { db, close } = connectPostgres(postgresUrl);
  const { rows } = await statement.execute(db);
  await close();
  return rows as readonly Row[];
}
