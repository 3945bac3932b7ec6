import { sql, type Transaction } from "kysely";
import type { HoldScope } from "../../../core/model/hold.ts";
import type { Tables } from "../schema/tables.ts";
import { inboxOrder } from "./inbox-order.ts";

/** Where something has changed that lanes may wait for. */
export interface WakePlace {
  readonly scope: HoldScope;
  readonly repository: string;
}

/**
 * Adds a `wake` event to the lanes that may wait there: in the scope of an owner all lanes of the
 * owner, else the repository's own. Lanes are taken in one order by all, and as the last thing of
 * a transaction, so no two of them wait for each other.
 */
export async function wakeLanes(
  trx: Transaction<Tables>,
  places: readonly WakePlace[],
): Promise<void> {
  if (places.length === 0) return;
  const lanes = places.map(({ repository }) => repository);
  const owners = places
    .map(({ scope }) => scope)
    .filter((scope) => scope.startsWith("org:"))
    .map((scope) => scope.slice("org:".length));
  await sql`
    with woken as materialized (
      select name, installation_id, ${inboxOrder(sql`name`)} as ordered
      from (
        select name, installation_id from lane
        where name = any(${lanes}::text[]) or split_part(name, '/', 1) = any(${owners}::text[])
        order by name
      ) sleeping
    )
    insert into inbox (delivery, lane, installation_id, name, received_at)
    select 'wake:' || gen_random_uuid(), name, installation_id, 'wake', keysteps_now()
    from woken`.execute(trx);
}
