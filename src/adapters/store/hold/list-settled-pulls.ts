import { sql, type Transaction } from "kysely";
import type { LaneName } from "../../../core/model/event.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Numbers of a repository's pull requests that are accounted for, ascending: those that passed on
 * a hold which has ended, and those that led to a freeze, lifted or not.
 */
export async function listSettledPulls(
  trx: Transaction<Tables>,
  lane: LaneName,
): Promise<readonly number[]> {
  const settled = await sql<{ readonly pull: number }>`
    select (pass ->> 'pullNumber')::int as pull
    from hold cross join lateral jsonb_array_elements(passes) pass
    where repository = ${lane} and released_at is not null
    union
    select pull_number from frozen_resource where repository = ${lane}
    order by pull`.execute(trx);
  return settled.rows.map(({ pull }) => pull);
}
