import { PGlite } from "@electric-sql/pglite";
import { afterAll } from "@jest/globals";
import { sql } from "kysely";
import type { Connection } from "../../src/adapters/store/connect/connection.ts";
import { wrapPglite } from "../../src/adapters/store/connect/wrap-pglite.ts";
import { migrateStore } from "../../src/adapters/store/schema/migrate-store.ts";
import { sqlStore } from "../../src/adapters/store/sql-store.ts";
import type { StoreWorld } from "./store-world.ts";

/** A schema of its own on the one PGlite in memory that a test file starts. */
export async function openPgliteWorld(clock: () => number): Promise<StoreWorld> {
  started ??= PGlite.create().then(wrapPglite);
  const { db } = await started;
  worlds += 1;
  const schema = `world_${worlds}`;
  await migrateStore(db, schema);
  return {
    open: async () => sqlStore({ db, schema, clock }, async () => {}),
    async dispose() {
      await sql`drop schema ${sql.id(schema)} cascade`.execute(db);
    },
  };
}

let started: Promise<Connection> | undefined;
let worlds = 0;

afterAll(async () => {
  await (await started)?.close();
});
