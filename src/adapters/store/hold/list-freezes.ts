import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Freeze, HoldScope } from "../../../core/model/hold.ts";
import type { ResourceId } from "../../../core/model/ids.ts";
import type { Tables } from "../schema/tables.ts";

/** The freezes that nobody has lifted, from a lane's repository and in the given scopes, oldest first. */
export async function listFreezes(
  trx: Transaction<Tables>,
  lane: LaneName,
  scopes: readonly HoldScope[],
): Promise<readonly Freeze[]> {
  const rows = await trx
    .selectFrom("frozen_resource")
    .selectAll()
    .where("lifted_at", "is", null)
    .where(sql<boolean>`(repository = ${lane} or scope = any(${[...scopes]}::text[]))`)
    .orderBy("since")
    .orderBy("scope")
    .orderBy("resource")
    .orderBy("repository")
    .orderBy("pull_number")
    .execute();
  return rows.map((row) => ({
    scope: row.scope,
    resource: row.resource as ResourceId,
    repository: row.repository,
    pullNumber: row.pull_number,
    reason: row.reason,
    since: row.since,
  }));
}
