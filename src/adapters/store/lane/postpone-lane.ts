import { sql, type Transaction } from "kysely";
import type { LaneClaim, LaneWait } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";
import { fenceLane } from "./fence-lane.ts";
import { putLaneOff } from "./put-lane-off.ts";

/**
 * Notes that a pass has failed: the events that it had seen count one attempt more, those that
 * reach `maxAttempts` are quarantined, and nobody claims the lane before the delay is over.
 * Events that came since are not blamed.
 *
 * @throws {FencedError} if the claim is over.
 */
export async function postponeLane(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  wait: LaneWait,
  maxAttempts: number,
): Promise<void> {
  const { readSeq } = await fenceLane(trx, claim);
  await sql`update inbox set
      attempts = attempts + 1,
      reason = ${toStorableText(wait.reason)},
      state = case when attempts + 1 >= ${maxAttempts}::int then 'quarantined' else state end
    where lane = ${claim.lane} and state = 'pending' and seq <= ${readSeq}`.execute(trx);
  await putLaneOff(trx, claim.lane, wait);
}
