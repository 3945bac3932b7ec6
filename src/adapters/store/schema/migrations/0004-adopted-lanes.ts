import { type Kysely, type Migration, sql } from "kysely";

/** Tells lanes of which GitHub was asked what it remembers from those that are still to be. */
export const adoptedLanes: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table lane add column adopted_at bigint`.execute(db);
    await sql`update lane set adopted_at = since`.execute(db);
  },
};
