import { sql, type Transaction } from "kysely";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { fenceLane } from "./fence-lane.ts";

/**
 * Lets a claim's lease end that long from now.
 *
 * @throws {FencedError} if the claim is over.
 */
export async function renewLease(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  leaseMs: number,
): Promise<void> {
  await fenceLane(trx, claim);
  await sql`update lane set lease_until = keysteps_now() + ${leaseMs}::bigint
    where name = ${claim.lane}`.execute(trx);
}
