import { sql, type Transaction } from "kysely";
import type { StoreCounts } from "../../flows/store-port.ts";
import type { Tables } from "./schema/tables.ts";

/** Counts what waits, is held, frozen or was set aside. */
export async function measureStore(trx: Transaction<Tables>): Promise<StoreCounts> {
  const counts = await sql<StoreCounts>`
    select
      (select count(*) from lane where retired_at is null) as lanes,
      (select count(*) from lane where retired_at is null and wait_until > keysteps_now())
        as "waitingLanes",
      (select count(*) from inbox where state = 'pending') as "pendingEvents",
      (select coalesce(greatest(0, keysteps_now() - min(received_at)), 0) from inbox
        where state = 'pending') as "lagMs",
      (select count(*) from inbox where state = 'quarantined') as "quarantinedEvents",
      (select count(*) from outbox where state = 'unsent') as "unsentWrites",
      (select count(*) from hold where released_at is null) as holds,
      (select count(*) from frozen_resource where lifted_at is null) as freezes`.execute(trx);
  const [first] = counts.rows;
  if (first === undefined) throw new Error("a count without a row");
  return first;
}
