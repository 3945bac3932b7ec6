import type { Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { OutboxRow } from "../../../core/model/outbox.ts";
import type { Tables } from "../schema/tables.ts";

/** A lane's writes that are still to be sent, in the order in which they must be. */
export async function listUnsent(
  trx: Transaction<Tables>,
  lane: LaneName,
): Promise<readonly OutboxRow[]> {
  const rows = await trx
    .selectFrom("outbox")
    .select(["id", "op_key as opKey", "op", "attempts"])
    .where("lane", "=", lane)
    .where("state", "=", "unsent")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, id: String(row.id) }));
}
