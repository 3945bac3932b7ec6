import { sql, type Transaction } from "kysely";
import type { OutboxOp } from "../../../core/model/outbox.ts";
import type { LaneClaim, LaneCommit } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Appends writes to a lane's outbox, in order. One whose key waits there unsent already is left
 * out; once it is sent the same write can be wanted again.
 */
export async function addWrites(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  writes: LaneCommit["outbox"],
): Promise<void> {
  for (const { opKey, op } of writes) {
    await trx
      .insertInto("outbox")
      .values({
        lane: claim.lane,
        op_key: opKey,
        op: sql<OutboxOp>`${JSON.stringify(op)}::json`,
        revokes: op.kind === "gate" ? [...op.revokes] : [],
        token: claim.token,
        created_at: sql<number>`keysteps_now()`,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
