import { sql, type Transaction } from "kysely";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/**
 * Claims the lane whose work has waited longest: of those that nobody holds, that were not put off
 * nor retired, the one with the oldest pending event, unsent write or due timer. Lanes that another
 * claimer is just looking at are passed over, never waited for.
 */
export async function claimLane(
  trx: Transaction<Tables>,
  owner: string,
  leaseMs: number,
): Promise<LaneClaim | undefined> {
  const claimed = await sql<LaneClaim>`
    update lane set
      token = token + 1,
      owner = ${owner},
      lease_until = keysteps_now() + ${leaseMs}::bigint,
      read_seq = coalesce((select max(seq) from inbox
        where inbox.lane = lane.name and inbox.state = 'pending'), 0)
    where name = (${longestWaiting})
    returning name as lane, installation_id as "installationId", token`.execute(trx);
  return claimed.rows[0];
}

const longestWaiting = sql`
  select l.name
  from lane l cross join lateral (
    select
      least(
        (select min(i.received_at) from inbox i where i.lane = l.name and i.state = 'pending'),
        (select min(o.created_at) from outbox o where o.lane = l.name and o.state = 'unsent'),
        case when l.wake_at <= keysteps_now() then l.wake_at end) as since,
      (select min(i.seq) from inbox i where i.lane = l.name and i.state = 'pending') as first_seq
  ) work
  where coalesce(l.lease_until, 0) <= keysteps_now()
    and coalesce(l.wait_until, 0) <= keysteps_now()
    and l.retired_at is null
    and work.since is not null
  order by work.since, work.first_seq, l.name
  limit 1
  for update of l skip locked`;
