import { sql, type Transaction } from "kysely";
import type { Tables } from "../schema/tables.ts";
import { refuseChanged } from "./refuse-changed.ts";

/**
 * Puts holds on their way out. One that is on it already stays where it is.
 *
 * @throws {ConflictError} if a hold has ended.
 */
export async function revokeHolds(
  trx: Transaction<Tables>,
  holdIds: readonly string[],
): Promise<void> {
  for (const holdId of holdIds) {
    const changed = await sql`
      update hold set state = case when state = 'held' then 'revoking' else state end
      where id = ${holdId} and released_at is null
      returning id`.execute(trx);
    if (changed.rows.length === 0) throw refuseChanged("revoke", holdId);
  }
}
