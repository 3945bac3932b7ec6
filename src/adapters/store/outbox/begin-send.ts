import { sql, type Transaction } from "kysely";
import { InvariantError } from "../../../core/errors.ts";
import type { LaneClaim } from "../../../flows/store-port.ts";
import { fenceLane } from "../lane/fence-lane.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Counts an attempt before it is made: whoever finds the row after a crash knows that the write
 * may have taken effect.
 *
 * @throws {FencedError} if the claim is over.
 */
export async function beginSend(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  rowId: string,
): Promise<void> {
  await fenceLane(trx, claim);
  const begun = await sql`
    update outbox set attempts = attempts + 1
    where id = ${rowId} and lane = ${claim.lane} and state = 'unsent'
    returning id`.execute(trx);
  if (begun.rows.length > 0) return;
  throw new InvariantError(`Cannot send write ${rowId} of "${claim.lane}": it waits no longer`);
}
