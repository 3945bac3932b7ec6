import { sql, type Transaction } from "kysely";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/** Ends unsent writes of a lane that are not to be sent any more; the rows stay for the record. */
export async function dropWrites(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  rowIds: readonly string[],
): Promise<void> {
  if (rowIds.length === 0) return;
  await sql`update outbox set
      state = 'refused', reason = 'judged anew before it was sent', ended_at = keysteps_now()
    where lane = ${claim.lane} and state = 'unsent' and id = any(${[...rowIds]}::bigint[])`.execute(
    trx,
  );
}
