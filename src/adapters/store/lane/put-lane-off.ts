import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Tables } from "../schema/tables.ts";
import { toStorableText } from "../to-storable-text.ts";

/** Keeps everybody from claiming a lane for a while, whatever is heard of it. */
export async function putLaneOff(
  trx: Transaction<Tables>,
  lane: LaneName,
  reason: string,
  delayMs: number,
): Promise<void> {
  await sql`update lane set
      wait_until = keysteps_now() + ${Math.ceil(delayMs)}::bigint,
      wait_reason = ${toStorableText(reason)}
    where name = ${lane}`.execute(trx);
}
