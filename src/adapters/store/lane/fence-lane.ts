import type { Transaction } from "kysely";
import { FencedError } from "../../../core/errors.ts";
import type { LaneClaim } from "../../../flows/store-port.ts";
import type { Tables } from "../schema/tables.ts";

/** What a lane remembers for the claim in force. */
export interface FencedLane {
  readonly since: number;
  readonly readSeq: number;
  /** Null while what GitHub remembers is still to be taken over. */
  readonly adoptedAt: number | null;
}

/**
 * Locks a lane until the transaction ends, for the holder of its newest claim: the first
 * statement of everything that is done under a claim.
 *
 * @throws {FencedError} if the lane was claimed by somebody else since, or the claim given back.
 */
export async function fenceLane(trx: Transaction<Tables>, claim: LaneClaim): Promise<FencedLane> {
  const lane = await trx
    .selectFrom("lane")
    .select(["since", "read_seq as readSeq", "adopted_at as adoptedAt"])
    .where("name", "=", claim.lane)
    .where("token", "=", claim.token)
    .where("owner", "is not", null)
    .forUpdate()
    .executeTakeFirst();
  if (lane !== undefined) return lane;
  throw new FencedError(
    `Cannot go on with lane "${claim.lane}": claim ${claim.token} is over, the lane was given back or claimed anew; stop here, nothing was changed`,
  );
}
