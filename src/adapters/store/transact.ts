import { type Kysely, sql, type Transaction } from "kysely";
import { quoteSchema } from "./schema/quote-schema.ts";
import type { Tables } from "./schema/tables.ts";
import { toStoreError } from "./to-store-error.ts";

/** A way to the tables of one schema. */
export interface StoreSession {
  readonly db: Kysely<Tables>;
  readonly schema: string;
  /** Takes the place of the database's clock; epoch milliseconds. */
  readonly clock: (() => number) | undefined;
}

/**
 * Does some work in one transaction: all of it holds, or nothing does.
 *
 * What the session needs is set per transaction, never per connection, so it works through a
 * pooler too. A process that stops in the middle is thrown out after `stalledMs`, else the rows
 * it had locked would stay out of reach for as long as it sleeps.
 *
 * The work must go through the transaction it is given: on PGlite a query past it waits for ever.
 *
 * @param attempt What is tried, such as `commit the decision for octo/shop`.
 * @throws {ConflictError} if another transaction was in the way.
 */
export async function transact<T>(
  { db, schema, clock }: StoreSession,
  attempt: string,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  try {
    return await db
      .transaction()
      .setIsolationLevel("read committed")
      .execute(async (trx) => {
        await sql`select
          set_config('search_path', ${quoteSchema(schema)}, true),
          set_config('keysteps.now', ${clock === undefined ? "" : String(clock())}, true),
          set_config('idle_in_transaction_session_timeout', ${String(stalledMs)}, true),
          set_config('lock_timeout', ${String(stalledMs)}, true),
          set_config('statement_timeout', ${String(2 * stalledMs)}, true)`.execute(trx);
        return await work(trx);
      });
  } catch (error) {
    throw toStoreError(attempt, error);
  }
}

/** Longer than any of our statements takes, shorter than a lease. */
const stalledMs = 10_000;
