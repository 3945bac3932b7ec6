import { sql, type Transaction } from "kysely";
import type { LaneEvent } from "../../../core/model/event.ts";
import type { Tables } from "../schema/tables.ts";
import { inboxOrder } from "./inbox-order.ts";

/** Time for what comes in a row to come, so that one pass sees it all. */
const soonMs = 5_000;

/**
 * Adds an event to its lane and makes the lane where it is new. A lane whose App was installed
 * anew, or that was retired, takes over the installation of the newest delivery; one that waits, but not because GitHub
 * asked for it, soon waits no longer.
 *
 * @returns False if the delivery was there before; then nothing changes.
 */
export async function acceptEvent(trx: Transaction<Tables>, event: LaneEvent): Promise<boolean> {
  const { delivery, lane, installationId, name } = event;
  const isNew = sql`not exists (select 1 from inbox where delivery = ${delivery})`;
  await sql`insert into lane (name, installation_id, since)
    select ${lane}, ${installationId}, keysteps_now() where ${isNew}
    on conflict (name) do nothing`.execute(trx);
  await sql`update lane set installation_id = ${installationId}, retired_at = null
    where name = ${lane} and ${isNew}
      and (installation_id <> ${installationId} or retired_at is not null)`.execute(trx);
  await sql`update lane set wait_until = least(wait_until, keysteps_now() + ${soonMs}::bigint)
    where name = ${lane} and wait_until > keysteps_now() and not wait_is_firm and ${isNew}`.execute(
    trx,
  );
  await sql`select ${inboxOrder(sql`${lane}::text`)}`.execute(trx);
  const added = await sql`
    insert into inbox (delivery, lane, installation_id, name, received_at)
    values (${delivery}, ${lane}, ${installationId}, ${name}, keysteps_now())
    on conflict (delivery) do nothing returning seq`.execute(trx);
  return added.rows.length > 0;
}
