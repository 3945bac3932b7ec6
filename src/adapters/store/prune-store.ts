import { type RawBuilder, sql, type Transaction } from "kysely";
import type { Tables } from "./schema/tables.ts";

const dayMs = 24 * 3_600_000;

/** Rows of each kind that go at once: locks are short, and the rest goes next time. */
const batch = 5_000;

interface Past {
  readonly table: "inbox" | "outbox" | "hold";
  /** SQL that ends in the time that counts. */
  readonly rows: RawBuilder<unknown>;
  readonly keptMs: number;
}

/**
 * What is kept how long. Deliveries: GitHub sends none again after some days, and one that comes
 * again later than that is a hint like any other. Released holds tell which pull requests are
 * accounted for: longer than those are looked at. Freezes are kept for good.
 */
const past: readonly Past[] = [
  {
    table: "inbox",
    rows: sql`state = 'done' and name in ('sweep', 'wake') and received_at`,
    keptMs: dayMs,
  },
  { table: "inbox", rows: sql`state = 'done' and received_at`, keptMs: 14 * dayMs },
  { table: "inbox", rows: sql`state = 'quarantined' and received_at`, keptMs: 90 * dayMs },
  { table: "outbox", rows: sql`state <> 'unsent' and ended_at`, keptMs: 30 * dayMs },
  { table: "hold", rows: sql`released_at`, keptMs: 365 * dayMs },
];

/** Deletes rows that nobody asks for any more; tells how many. */
export async function pruneStore(trx: Transaction<Tables>): Promise<number> {
  let count = 0;
  for (const { table, rows, keptMs } of past) {
    const gone = await sql`
      delete from ${sql.table(table)} where ctid = any(array(
        select ctid from ${sql.table(table)} where ${rows} < keysteps_now() - ${keptMs}::bigint
        limit ${batch} for update skip locked))`.execute(trx);
    count += Number(gone.numAffectedRows ?? 0);
  }
  return count;
}
