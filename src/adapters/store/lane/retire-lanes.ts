import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Tables } from "../schema/tables.ts";

/** Puts lanes to rest that the App has no access to any more. */
export async function retireLanes(
  trx: Transaction<Tables>,
  lanes: readonly LaneName[],
): Promise<void> {
  if (lanes.length === 0) return;
  await sql`update lane set retired_at = keysteps_now()
    where retired_at is null and name = any(${[...lanes]}::text[])`.execute(trx);
}
