import type { Transaction } from "kysely";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";
import { fenceLane } from "./fence-lane.ts";

/**
 * Gives a claim back: the lane can be claimed at once, and the claim is over.
 *
 * @throws {FencedError} if it was over before.
 */
export async function releaseLane(trx: Transaction<Tables>, claim: LaneClaim): Promise<void> {
  await fenceLane(trx, claim);
  await trx
    .updateTable("lane")
    .set({ owner: null, lease_until: null })
    .where("name", "=", claim.lane)
    .execute();
}
