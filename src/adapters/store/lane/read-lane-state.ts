import { sql, type Transaction } from "kysely";
import type { HoldScope } from "../../../core/model/hold.ts";
import type { LaneClaim, LaneState } from "../../../flows/store-port.ts";
import { listFreezes } from "../hold/list-freezes.ts";
import { listHolds } from "../hold/list-holds.ts";
import { listSettledPulls } from "../hold/list-settled-pulls.ts";
import { listUnsent } from "../outbox/list-unsent.ts";
import type { Tables } from "../schema/tables.ts";
import { fenceLane } from "./fence-lane.ts";

/**
 * Reads all that is stored of a lane, and remembers which events were read: only these count as
 * tried if the pass fails.
 *
 * @throws {FencedError} if the claim is over.
 */
export async function readLaneState(
  trx: Transaction<Tables>,
  claim: LaneClaim,
  scopes: readonly HoldScope[],
): Promise<LaneState> {
  const { since, adoptedAt } = await fenceLane(trx, claim);
  const pending = await trx
    .selectFrom("inbox")
    .select(["seq", "delivery", "lane", "installation_id as installationId", "name"])
    .where("lane", "=", claim.lane)
    .where("state", "=", "pending")
    .orderBy("seq")
    .execute();
  const lastSeq = pending.at(-1)?.seq ?? 0;
  const { now } = await trx
    .updateTable("lane")
    .set({ read_seq: lastSeq })
    .where("name", "=", claim.lane)
    .returning(sql<number>`keysteps_now()`.as("now"))
    .executeTakeFirstOrThrow();
  return {
    isNew: adoptedAt === null,
    now,
    since,
    lastSeq,
    events: pending.map(({ seq: _, ...event }) => event),
    holds: await listHolds(trx, claim.lane, scopes),
    freezes: await listFreezes(trx, claim.lane, scopes),
    settledPulls: await listSettledPulls(trx, claim.lane),
    outbox: await listUnsent(trx, claim.lane),
  };
}
