import { type Kysely, type Migration, sql } from "kysely";

/** Tells lanes that the App has no access to any more from those it works in. */
export const retiredLanes: Migration = {
  async up(db: Kysely<never>) {
    await sql`alter table lane add column retired_at bigint`.execute(db);
  },
};
