import type { LaneEvent, LaneName } from "../../core/model/event.ts";
import type { HoldScope } from "../../core/model/hold.ts";
import type {
  LaneClaim,
  LaneCommit,
  LaneWait,
  SendOutcome,
  Store,
} from "../../flows/store-port.ts";
import { acceptEvent } from "./lane/accept-event.ts";
import { claimLane } from "./lane/claim-lane.ts";
import { commitDecision } from "./lane/commit-decision.ts";
import { listLanes } from "./lane/list-lanes.ts";
import { postponeLane } from "./lane/postpone-lane.ts";
import { readLaneState } from "./lane/read-lane-state.ts";
import { releaseLane } from "./lane/release-lane.ts";
import { renewLease } from "./lane/renew-lease.ts";
import { retireLanes } from "./lane/retire-lanes.ts";
import { measureStore } from "./measure-store.ts";
import { beginSend } from "./outbox/begin-send.ts";
import { endSend } from "./outbox/end-send.ts";
import { pruneStore } from "./prune-store.ts";
import { type StoreSession, transact } from "./transact.ts";

/**
 * The durable core in SQL: each method is one transaction.
 *
 * @param close Cuts the connection; called by the store's own `close`.
 */
export function sqlStore(session: StoreSession, close: () => Promise<void>): Store {
  const inLane = (attempt: string, claim: LaneClaim) => `${attempt} lane "${claim.lane}"`;
  return {
    accept: (event: LaneEvent) =>
      transact(session, `store delivery ${event.delivery}`, (trx) => acceptEvent(trx, event)),
    claim: (owner: string, leaseMs: number) =>
      transact(session, "claim a lane", (trx) => claimLane(trx, owner, leaseMs)),
    renew: (claim: LaneClaim, leaseMs: number) =>
      transact(session, inLane("renew", claim), (trx) => renewLease(trx, claim, leaseMs)),
    readState: (claim: LaneClaim, scopes: readonly HoldScope[]) =>
      transact(session, inLane("read", claim), (trx) => readLaneState(trx, claim, scopes)),
    commit: (claim: LaneClaim, commit: LaneCommit) =>
      transact(session, inLane("store the decision for", claim), (trx) =>
        commitDecision(trx, claim, commit),
      ),
    beginSend: (claim: LaneClaim, rowId: string) =>
      transact(session, inLane(`begin write ${rowId} of`, claim), (trx) =>
        beginSend(trx, claim, rowId),
      ),
    endSend: (claim: LaneClaim, rowId: string, outcome: SendOutcome) =>
      transact(session, inLane(`end write ${rowId} of`, claim), (trx) =>
        endSend(trx, claim, rowId, outcome),
      ),
    postpone: (claim: LaneClaim, wait: LaneWait, maxAttempts: number) =>
      transact(session, inLane("postpone", claim), (trx) =>
        postponeLane(trx, claim, wait, maxAttempts),
      ),
    release: (claim: LaneClaim) =>
      transact(session, inLane("give back", claim), (trx) => releaseLane(trx, claim)),
    listLanes: () => transact(session, "list the lanes", listLanes),
    retire: (lanes: readonly LaneName[]) =>
      transact(session, "retire lanes", (trx) => retireLanes(trx, lanes)),
    prune: () => transact(session, "forget the past", pruneStore),
    measure: () => transact(session, "count what there is", measureStore),
    ping: () => transact(session, "reach the database", async () => {}),
    close,
  };
}
