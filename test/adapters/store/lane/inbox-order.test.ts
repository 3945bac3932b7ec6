import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { sql } from "kysely";
import { connectPostgres } from "../../../../src/adapters/store/connect/connect-postgres.ts";
import { acceptEvent } from "../../../../src/adapters/store/lane/accept-event.ts";
import { wakeLanes } from "../../../../src/adapters/store/lane/wake-lanes.ts";
import { migrateStore } from "../../../../src/adapters/store/schema/migrate-store.ts";
import { sqlStore } from "../../../../src/adapters/store/sql-store.ts";
import { transact } from "../../../../src/adapters/store/transact.ts";
import { aCommit } from "../../../support/a-commit.ts";
import { aLaneEvent } from "../../../support/a-lane-event.ts";
import { isPostgresUp, postgresUrl } from "../../../support/postgres-url.ts";

const describeOnPostgres = (await isPostgresUp("the order of events")) ? describe : describe.skip;

describeOnPostgres("the order of events", () => {
  const { db, close } = connectPostgres(postgresUrl);
  const schema = `order_${process.pid}`;
  const session = { db, schema, clock: undefined };
  const store = sqlStore(session, close);

  beforeAll(() => migrateStore(db, schema));

  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
    await close();
  });

  it("keeps a slow event from being closed unseen with a quicker one that came after", async () => {
    await store.accept(aLaneEvent());
    const claim = await store.claim("worker", 60_000);
    if (claim === undefined) throw new Error("no lane has work");
    const slow = aLaneEvent();
    const quick = aLaneEvent();
    let quickly: Promise<boolean> | undefined;

    const lastSeq = await transact(session, "be slow", async (trx) => {
      await acceptEvent(trx, slow);
      quickly = store.accept(quick);
      await untilItIsStoredOrWaits(quick.delivery);
      return (await store.readState(claim, [])).lastSeq;
    });
    await quickly;
    await store.commit(claim, aCommit({ lastSeq }));

    const { events } = await store.readState(claim, []);
    expect(events).toEqual([slow, quick]);
  });

  it("holds for wake-ups too", async () => {
    for (const lane of ["hubot/a", "hubot/b"]) await store.accept(aLaneEvent({ lane }));

    const locks = await transact(session, "wake", async (trx) => {
      await wakeLanes(trx, [{ scope: "org:hubot", repository: "hubot/a" }]);
      return sql`select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()`.execute(
        trx,
      );
    });

    expect(locks.rows).toHaveLength(2);
  });

  /** Until that delivery is there, or its transaction waits for another. */
  async function untilItIsStoredOrWaits(delivery: string): Promise<void> {
    for (;;) {
      const { rows } = await sql`
        select from pg_locks where locktype = 'advisory' and not granted
          and classid = (hashtext('keysteps inbox')::bigint & 4294967295)::oid
        union all
        select from ${sql.id(schema, "inbox")} where delivery = ${delivery}`.execute(db);
      if (rows.length > 0) return;
    }
  }
});
