import { sql, type Transaction } from "kysely";
import type { LaneRecord } from "../../../core/model/lane-record.ts";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { addFreezes } from "./add-freezes.ts";

/**
 * Takes over what GitHub remembers of a lane, and calls the lane known. A unit that somebody holds
 * by now stays with them: the gates that passed on it are shut by the next pass.
 */
export async function adoptRecord(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  { since, holds, freezes }: LaneRecord,
): Promise<void> {
  for (const { scope, resource, unit, holder, passes, grantedAt } of holds) {
    await trx
      .insertInto("hold")
      .values({
        ...{ scope, resource, unit, repository: holder.repository },
        plan_id: holder.planId,
        task_id: holder.taskId,
        passes: sql<typeof passes>`${JSON.stringify(passes)}::jsonb`,
        token: claim.token,
        granted_at: grantedAt,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await addFreezes(trx, freezes);
  await sql`update lane set
      adopted_at = keysteps_now(), since = least(since, ${since ?? null}::bigint)
    where name = ${claim.lane}`.execute(trx);
}
