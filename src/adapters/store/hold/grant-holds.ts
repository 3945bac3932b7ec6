import type { Transaction } from "kysely";
import type { Grant } from "../../../core/model/decision.ts";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Grants units, all or none. The index `hold_one_a_unit` lets one of two granters through; both
 * take units in one order, so neither waits for the other in turn.
 */
export async function grantHolds(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  grants: readonly Grant[],
): Promise<void> {
  for (const { scope, resource, unit, holder, grantedAt } of grants.toSorted(byUnit)) {
    await trx
      .insertInto("hold")
      .values({
        scope,
        resource,
        unit,
        repository: holder.repository,
        plan_id: holder.planId,
        task_id: holder.taskId,
        token: claim.token,
        granted_at: grantedAt,
      })
      .execute();
  }
}

function byUnit(a: Grant, b: Grant): number {
  if (a.scope !== b.scope) return a.scope < b.scope ? -1 : 1;
  if (a.resource !== b.resource) return a.resource < b.resource ? -1 : 1;
  return a.unit - b.unit;
}
