import type { PGlite } from "@electric-sql/pglite";
import { createPgConfig } from "@electric-sql/pglite/node-postgres";
import { Kysely } from "kysely";
import pg from "pg";
import type { Tables } from "../schema/tables.ts";
import type { Connection } from "./connection.ts";
import { readTypes } from "./read-types.ts";
import { StoreDialect } from "./store-dialect.ts";

/** A running PGlite as a connection: it has one session, so transactions take turns. */
export function wrapPglite(pglite: PGlite): Connection {
  const pool = new pg.Pool({
    ...createPgConfig(pglite),
    connectionTimeoutMillis: 30_000,
    idleTimeoutMillis: 0,
    types: readTypes,
  });
  const db = new Kysely<Tables>({ dialect: new StoreDialect({ pool }) });
  return {
    db,
    async close() {
      await db.destroy();
      await pglite.close();
    },
  };
}
