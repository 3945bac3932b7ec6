import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { connectPostgres } from "../../src/adapters/store/connect/connect-postgres.ts";
import { openStore } from "../../src/adapters/store/open-store.ts";
import type { Store } from "../../src/flows/store-port.ts";
import { postgresUrl } from "./postgres-url.ts";
import type { StoreWorld } from "./store-world.ts";

/** A schema of its own on the PostgreSQL of the tests; each store has its own connections. */
export async function openPostgresWorld(
  clock: () => number,
  schema = `test_${randomUUID().slice(0, 8)}`,
): Promise<StoreWorld> {
  const opened: Store[] = [];
  return {
    async open() {
      const store = await openStore({ databaseUrl: postgresUrl }, { schema, clock });
      opened.push(store);
      return store;
    },
    async dispose() {
      for (const store of opened) await store.close();
      const { db, close } = connectPostgres(postgresUrl);
      await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
      await close();
    },
  };
}
