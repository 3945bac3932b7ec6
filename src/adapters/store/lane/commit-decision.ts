import type { Transaction } from "kysely";
import type { LaneClaim, LaneCommit } from "../../../flows/store-port.ts";
import { addFreezes } from "../hold/add-freezes.ts";
import { adoptRecord } from "../hold/adopt-record.ts";
import { grantHolds } from "../hold/grant-holds.ts";
import { liftFreezes } from "../hold/lift-freezes.ts";
import { passHolds } from "../hold/pass-holds.ts";
import { releaseHolds } from "../hold/release-holds.ts";
import { revokeHolds } from "../hold/revoke-holds.ts";
import { addWrites } from "../outbox/add-writes.ts";
import { dropWrites } from "../outbox/drop-writes.ts";
import type { Tables } from "../schema/tables.ts";
import { fenceLane } from "./fence-lane.ts";
import { wakeLanes } from "./wake-lanes.ts";

/**
 * Stores what a pass decided. What is released is free for the grants of the same decision.
 *
 * @throws {FencedError} if the claim is over.
 * @throws {ConflictError} if a unit to grant is held, or a hold that the decision speaks of is not
 *   what it was.
 */
export async function commitDecision(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  commit: LaneCommit,
): Promise<void> {
  await fenceLane(trx, claim);
  await finishEvents(trx, claim, commit);
  if (commit.adoption !== undefined) await adoptRecord(trx, claim, commit.adoption);
  const freed = await releaseHolds(trx, commit.releases);
  await passHolds(trx, commit.passes);
  await revokeHolds(trx, commit.revoking);
  await grantHolds(trx, claim, commit.grants);
  await addFreezes(trx, commit.freezes);
  await liftFreezes(trx, commit.thaws);
  await dropWrites(trx, claim, commit.drops);
  await addWrites(trx, claim, commit.outbox);
  await wakeLanes(trx, [...freed, ...commit.thaws]);
}

/** Closes the events that the pass has seen and sets the timer it asks for. */
async function finishEvents(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  { lastSeq, wakeAt }: LaneCommit,
): Promise<void> {
  await trx
    .updateTable("inbox")
    .set({ state: "done" })
    .where("lane", "=", claim.lane)
    .where("state", "=", "pending")
    .where("seq", "<=", lastSeq)
    .execute();
  await trx
    .updateTable("lane")
    .set({ wake_at: wakeAt === undefined ? null : Math.ceil(wakeAt) })
    .where("name", "=", claim.lane)
    .execute();
}
