import type { Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Tables } from "../schema/tables.ts";

/** Every lane that the App works in, by name. */
export async function listLanes(
  trx: Transaction<Tables>,
): Promise<readonly { readonly lane: LaneName; readonly installationId: number }[]> {
  return trx
    .selectFrom("lane")
    .select(["name as lane", "installation_id as installationId"])
    .where("retired_at", "is", null)
    .orderBy("name")
    .execute();
}
