import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { LaneWait } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";

/** Keeps everybody from claiming a lane for a while; only a firm wait withstands what is heard of it. */
export async function putLaneOff(
  trx: Transaction<Tables>,
  lane: LaneName,
  { reason, delayMs, isFirm }: LaneWait,
): Promise<void> {
  await sql`update lane set
      wait_until = keysteps_now() + ${Math.ceil(delayMs)}::bigint,
      wait_reason = ${toStorableText(reason)},
      wait_is_firm = ${isFirm}
    where name = ${lane}`.execute(trx);
}
