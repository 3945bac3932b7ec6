import { sql, type Transaction } from "kysely";
import type { LaneCommit } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { refuseChanged } from "./refuse-changed.ts";

/**
 * Notes on holds which gates pass on their strength; a pass that is noted already is not noted
 * twice.
 *
 * @throws {ConflictError} if a hold is not in force any more: nothing may pass on it.
 */
export async function passHolds(
  trx: Transaction<Tables>,
  passes: LaneCommit["passes"],
): Promise<void> {
  for (const { holdId, pass } of passes) {
    const { pullNumber, headSha } = pass;
    const added = JSON.stringify([{ pullNumber, headSha }]);
    const changed = await sql`
      update hold set passes =
        case when passes @> ${added}::jsonb then passes else passes || ${added}::jsonb end
      where id = ${holdId} and released_at is null and state = 'held'
      returning id`.execute(trx);
    if (changed.rows.length === 0) throw refuseChanged("let a gate pass on", holdId);
  }
}
