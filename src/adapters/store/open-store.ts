import type { Store } from "../../flows/store-port.ts";
import { connectPglite } from "./connect/connect-pglite.ts";
import { connectPostgres } from "./connect/connect-postgres.ts";
import { migrateStore } from "./schema/migrate-store.ts";
import { sqlStore } from "./sql-store.ts";

/** Where the store lives: a PostgreSQL server for any number of processes, or a directory for one. */
export type StorePlace = { readonly databaseUrl: string } | { readonly dataDir: string };

export interface StoreOptions {
  /** Schema of the tables, made where there is none. */
  readonly schema?: string;
  /** Takes the place of the database's clock; epoch milliseconds. For tests and rehearsals. */
  readonly clock?: () => number;
}

/**
 * Opens the durable core and brings its tables up to date.
 *
 * @throws {InputError} if the address is none, another process has the directory open, or a newer
 *   version has changed the tables.
 * @throws {KeystepsError} if the database does not answer.
 */
export async function openStore(
  place: StorePlace,
  { schema = "keysteps", clock }: StoreOptions = {},
): Promise<Store> {
  const { db, close } =
    "databaseUrl" in place
      ? connectPostgres(place.databaseUrl)
      : await connectPglite(place.dataDir);
  try {
    await migrateStore(db, schema);
  } catch (error) {
    await close();
    throw error;
  }
  return sqlStore({ db, schema, clock }, close);
}
