import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Hold, HoldScope } from "../../../core/model/hold.ts";
import type { PlanId, ResourceId, TaskId } from "../../../core/model/ids.ts";
import type { Tables } from "../schema/tables.ts";

/** The unreleased holds of a lane's tasks and all in the given scopes, oldest first. */
export async function listHolds(
  trx: Transaction<Tables>,
  lane: LaneName,
  scopes: readonly HoldScope[],
): Promise<readonly Hold[]> {
  const rows = await trx
    .selectFrom("hold")
    .selectAll()
    .where("released_at", "is", null)
    .where(sql<boolean>`(repository = ${lane} or scope = any(${[...scopes]}::text[]))`)
    .orderBy("granted_at")
    .orderBy("scope")
    .orderBy("resource")
    .orderBy("unit")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    scope: row.scope,
    resource: row.resource as ResourceId,
    unit: row.unit,
    holder: {
      repository: row.repository,
      planId: row.plan_id as PlanId,
      taskId: row.task_id as TaskId,
    },
    state: row.state,
    passes: row.passes,
    grantedAt: row.granted_at,
  }));
}
