import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import { wakeLanes } from "../lane/wake-lanes.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Turns holds from `revoking` to `revoked` after a gate that takes them back was sent, and wakes
 * the lane. A hold that has passed several gates turns with the last of them, and not at all
 * while one of the same decision was refused: that gate may still be open.
 *
 * @param token Token of the claim that decided the gate.
 */
export async function finishRevokes(
  trx: Transaction<Tables>,
  lane: LaneName,
  token: number,
  holdIds: readonly string[],
): Promise<void> {
  if (holdIds.length === 0) return;
  await sql`
    update hold set state = 'revoked'
    where id = any(${[...holdIds]}::text[]) and state = 'revoking' and released_at is null
      and not exists (
        select 1 from outbox
        where outbox.lane = ${lane}
          and (outbox.state = 'unsent' or (outbox.state = 'refused' and outbox.token = ${token}))
          and hold.id = any(outbox.revokes))`.execute(trx);
  await wakeLanes(trx, [{ scope: `repo:${lane}`, repository: lane }]);
}
