import { sql, type Transaction } from "kysely";
import type { LaneCommit } from "../../../flows/store-port.ts";
import type { WakePlace } from "../lane/wake-lanes.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";
import { refuseChanged } from "./refuse-changed.ts";

/**
 * Ends holds for good; the rows stay for the record.
 *
 * @returns Where units have become free.
 * @throws {ConflictError} if one of them has ended already.
 */
export async function releaseHolds(
  trx: Transaction<Tables>,
  releases: LaneCommit["releases"],
): Promise<readonly WakePlace[]> {
  const freed: WakePlace[] = [];
  for (const { holdId, reason } of releases) {
    const hold = await trx
      .updateTable("hold")
      .set({
        released_at: sql<number>`keysteps_now()`,
        release_reason: toStorableText(reason),
      })
      .where("id", "=", holdId)
      .where("released_at", "is", null)
      .returning(["scope", "repository"])
      .executeTakeFirst();
    if (hold === undefined) throw refuseChanged("release", holdId);
    freed.push(hold);
  }
  return freed;
}
