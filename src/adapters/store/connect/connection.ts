import type { Kysely } from "kysely";
import type { Tables } from "../schema/tables.ts";

/** An open database and the way to let go of it. */
export interface Connection {
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}
