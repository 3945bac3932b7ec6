import { afterAll, describe, expect, it } from "@jest/globals";
import { sql } from "kysely";
import { connectPostgres } from "../../../../src/adapters/store/connect/connect-postgres.ts";
import { openStore } from "../../../../src/adapters/store/open-store.ts";
import { migrateStore } from "../../../../src/adapters/store/schema/migrate-store.ts";
import { isPostgresUp, postgresUrl } from "../../../support/postgres-url.ts";

const describeOnPostgres = (await isPostgresUp("migrateStore")) ? describe : describe.skip;

describeOnPostgres("migrateStore", () => {
  const { db, close } = connectPostgres(postgresUrl);
  const schema = `migrate_${process.pid}`;

  afterAll(async () => {
    await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
    await close();
  });

  it("lets replicas that start together take turns", async () => {
    const starts = [1, 2, 3, 4].map(() => openStore({ databaseUrl: postgresUrl }, { schema }));

    const stores = await Promise.all(starts);

    for (const store of stores) expect(await store.listLanes()).toEqual([]);
    for (const store of stores) await store.close();
  });

  it("minds no other schema that comes or goes", async () => {
    let isOver = false;
    const restless = (async () => {
      while (!isOver) {
        await sql`create schema ${sql.id(`${schema}_x`)}
          create table passing (id bigint generated always as identity)`.execute(db);
        await sql`drop schema ${sql.id(`${schema}_x`)} cascade`.execute(db);
      }
    })();

    for (let n = 0; n < 50; n += 1) await migrateStore(db, schema);

    isOver = true;
    await restless;
  });

  it("refuses tables that a newer version has changed", async () => {
    await migrateStore(db, schema);
    await sql`insert into ${sql.id(schema, "kysely_migration")} (name, timestamp)
      values ('9999-from-the-future', '2030')`.execute(db);

    const attempt = openStore({ databaseUrl: postgresUrl }, { schema });

    await expect(attempt).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(
        /its tables are at "9999-from-the-future" and this version knows them up to "\d{4}-[a-z-]+"/,
      ),
    });
  });
});
