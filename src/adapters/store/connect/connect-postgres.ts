import { Kysely } from "kysely";
import pg from "pg";
import { InputError } from "../../../core/errors.ts";
import type { Connection } from "./connection.ts";
import { readTypes } from "./read-types.ts";
import { StoreDialect } from "./store-dialect.ts";

/**
 * A pool of connections to a PostgreSQL server (15 or newer); none is made yet.
 *
 * @throws {InputError} if the address is none.
 */
export function connectPostgres(databaseUrl: string): Connection {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl)) {
    throw new InputError(
      "Cannot open the store: DATABASE_URL is not an address such as postgres://user:password@host:5432/database; put it right",
    );
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: "keysteps",
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: readTypes,
  });
  surviveLostConnections(pool);
  const db = new Kysely<never>({ dialect: new StoreDialect({ pool }) });
  return { db, close: () => db.destroy() };
}

/** A connection that breaks while nobody asks anything would end the process; the next query tells. */
function surviveLostConnections(pool: pg.Pool): void {
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
}
