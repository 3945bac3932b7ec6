import { type RawBuilder, sql } from "kysely";

/**
 * SQL that makes transactions which add events to a lane wait for each other, until they end.
 *
 * So events of a lane come to light in the order of their numbers: whoever has read number 9 has
 * seen all before it, and may call everything up to 9 done.
 *
 * @param lane SQL that gives the lane's name.
 */
export function inboxOrder(lane: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`pg_advisory_xact_lock(hashtext('keysteps inbox'), hashtext(${lane}))`;
}
