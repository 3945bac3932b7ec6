import { sql, type Transaction } from "kysely";
import { InvariantError } from "../../../core/errors.ts";
import type { LaneClaim, SendOutcome } from "../../../flows/store-port.ts";
import { finishRevokes } from "../hold/finish-revokes.ts";
import { fenceLane } from "../lane/fence-lane.ts";
import { putLaneOff } from "../lane/put-lane-off.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";

/**
 * Notes how sending a write ended: `sent` and `refused` are final, `later` leaves it first in line
 * and puts the lane off.
 *
 * @throws {FencedError} if the claim is over.
 */
export async function endSend(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  rowId: string,
  outcome: SendOutcome,
): Promise<void> {
  await fenceLane(trx, claim);
  if (outcome.kind === "later") {
    await putLaneOff(trx, claim.lane, outcome);
    return;
  }
  const ended = await trx
    .updateTable("outbox")
    .set({
      state: outcome.kind,
      reason: outcome.kind === "refused" ? toStorableText(outcome.reason) : null,
      ended_at: sql<number>`keysteps_now()`,
    })
    .where("id", "=", sql<number>`${rowId}`)
    .where("lane", "=", claim.lane)
    .where("state", "=", "unsent")
    .returning(["revokes", "token"])
    .executeTakeFirst();
  if (ended === undefined) {
    throw new InvariantError(`Cannot end write ${rowId} of "${claim.lane}": it waits no longer`);
  }
  if (outcome.kind === "sent") await finishRevokes(trx, claim.lane, ended.token, ended.revokes);
}
