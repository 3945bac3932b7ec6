import { type Kysely, type Migration, sql } from "kysely";

/** Tells waits that GitHub asked for from those that a new event may shorten. */
export const firmWaits: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table lane add column wait_is_firm boolean not null default false`.execute(db);
  },
};
