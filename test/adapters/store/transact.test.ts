import { afterAll, describe, expect, it } from "@jest/globals";
import { sql } from "kysely";
import { connectPostgres } from "../../../src/adapters/store/connect/connect-postgres.ts";
import { migrateStore } from "../../../src/adapters/store/schema/migrate-store.ts";
import { type StoreSession, transact } from "../../../src/adapters/store/transact.ts";
import { ConflictError, KeystepsError } from "../../../src/core/errors.ts";
import { isPostgresUp, postgresUrl } from "../../support/postgres-url.ts";

const describeOnPostgres = (await isPostgresUp("transact")) ? describe : describe.skip;

describeOnPostgres("transact", () => {
  const { db, close } = connectPostgres(postgresUrl);
  const schema = `Transact "${process.pid}"`;
  const session: StoreSession = { db, schema, clock: undefined };
  const migrated = migrateStore(db, schema);

  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
    await close();
  });

  it("tells the database's time where no clock is given, and the clock's where one is", async () => {
    await migrated;
    const now = sql<{ now: number }>`select keysteps_now() as now`;

    const theirs = await transact(session, "ask", (trx) => now.execute(trx));
    const ours = await transact({ ...session, clock: () => 42 }, "ask", (trx) => now.execute(trx));
    const after = await transact(session, "ask", (trx) => now.execute(trx));

    expect(Math.abs((theirs.rows[0]?.now ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(ours.rows).toEqual([{ now: 42 }]);
    expect(after.rows[0]?.now).toBeGreaterThan(42);
  });

  it("throws a process out that stops in the middle", async () => {
    const settings = await transact(session, "ask", (trx) =>
      sql`select current_setting('idle_in_transaction_session_timeout') as stalled,
        current_setting('lock_timeout') as locked`.execute(trx),
    );

    expect(settings.rows).toEqual([{ stalled: "10s", locked: "10s" }]);
  });

  it("survives being thrown out, and works again", async () => {
    await migrated;
    const lost = transact(session, "count the lanes", async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid}::int)`.execute(db);
      return trx.selectFrom("lane").selectAll().execute();
    });

    await expect(lost).rejects.toMatchObject({ remedy: "try-later" });
    await expect(lost).rejects.toThrow(/^Cannot count the lanes: the database answered/);
    const again = transact(session, "count", (trx) => trx.selectFrom("lane").selectAll().execute());
    expect(await again).toEqual([]);
  });

  it("changes nothing where the work fails, and passes its error on", async () => {
    await migrated;
    const failure = new KeystepsError("fix-access", "made up");

    const attempt = transact(session, "fail", async (trx) => {
      await sql`insert into lane (name, installation_id, since) values ('a/b', 1, 1)`.execute(trx);
      throw failure;
    });

    await expect(attempt).rejects.toBe(failure);
    const lanes = await transact(session, "count", (trx) =>
      trx.selectFrom("lane").selectAll().execute(),
    );
    expect(lanes).toEqual([]);
  });

  it("calls it a conflict when two transactions wait for each other", async () => {
    await migrated;
    let holding = 0;
    const cross = (first: number, second: number) =>
      transact(session, "cross", async (trx) => {
        await sql`select pg_advisory_xact_lock(4711, ${first}::int)`.execute(trx);
        holding += 1;
        while (holding < 2) await new Promise(setImmediate);
        await sql`select pg_advisory_xact_lock(4711, ${second}::int)`.execute(trx);
      });

    const ends = await Promise.allSettled([cross(1, 2), cross(2, 1)]);

    const refused = ends.filter((end) => end.status === "rejected");
    expect(refused.map((end) => end.reason)).toEqual([expect.any(ConflictError)]);
  });
});
