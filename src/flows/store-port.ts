import type { Decision } from "../core/model/decision.ts";
import type { LaneEvent, LaneName } from "../core/model/event.ts";
import type { HoldScope } from "../core/model/hold.ts";
import type { StoredLane } from "../core/model/stored-lane.ts";

/**
 * The right to work on a lane for a while. `token` grows with every claim: whoever comes with an
 * older one is refused, so a process that was paused beyond its lease changes nothing.
 */
export interface LaneClaim {
  readonly lane: LaneName;
  readonly installationId: number;
  /** Fencing token; grows by 1 with each claim of the lane. */
  readonly token: number;
}

/** All that is stored of a lane, read in one transaction. */
export interface LaneState extends StoredLane {
  /** Highest sequence number among the pending events; hand it back with the commit. 0 if none. */
  readonly lastSeq: number;
  readonly events: readonly LaneEvent[];
}

/** What one pass decided; stored whole or not at all. */
export interface LaneCommit extends Decision {
  /** Events up to this sequence number are done. */
  readonly lastSeq: number;
  /** Unsent writes that are never to be sent: the decision says anew what is wanted. */
  readonly drops: readonly string[];
}

/** Why a lane must wait, and how long. */
export interface LaneWait {
  readonly reason: string;
  readonly delayMs: number;
  /** GitHub asked for it: nothing that is heard shortens it. */
  readonly isFirm: boolean;
}

/** How sending a write ended. */
export type SendOutcome =
  | { readonly kind: "sent" }
  /** GitHub will never take it; the next pass decides anew. */
  | { readonly kind: "refused"; readonly reason: string }
  /** Not now; the lane waits until then. */
  | ({ readonly kind: "later" } & LaneWait);

/** How much there is of what. */
export interface StoreCounts {
  readonly lanes: number;
  /** Lanes that were put off and wait still. */
  readonly waitingLanes: number;
  readonly pendingEvents: number;
  /** How long the oldest of them has waited, in milliseconds; 0 if there is none. */
  readonly lagMs: number;
  /** Events that failed too often and were set aside for people to look at. */
  readonly quarantinedEvents: number;
  readonly unsentWrites: number;
  readonly holds: number;
  readonly freezes: number;
}

/**
 * The coordinator's durable core. The same statements on PGlite and PostgreSQL; time is the
 * database's. Every method that takes a claim throws `FencedError` if the claim's token is not
 * the lane's newest or the claim was given back, having changed nothing.
 */
export interface Store {
  /**
   * Stores an event for good; false if its delivery was stored before. Makes the lane if it is new.
   * A lane that waits, but not firmly, waits a few seconds more at most.
   */
  accept(event: LaneEvent): Promise<boolean>;
  /**
   * Claims a lane that has work (pending events, unsent writes or a due timer) and no live lease, the one that waits
   * longest first; `undefined` if there is none. Never waits for another claimer.
   */
  claim(owner: string, leaseMs: number): Promise<LaneClaim | undefined>;
  /** Puts the end of the lease off. */
  renew(claim: LaneClaim, leaseMs: number): Promise<void>;
  readState(claim: LaneClaim, scopes: readonly HoldScope[]): Promise<LaneState>;
  /**
   * Stores a decision. Wakes every lane that may wait for a released or thawed resource (same
   * scope). A write whose key waits unsent already keeps its place and is not stored again: send
   * what is left over before deciding.
   *
   * @throws {ConflictError} if a unit is held by somebody else, a hold that is spoken of has ended,
   *   or a gate is to pass on one that is not `held`: read again and decide anew.
   */
  commit(claim: LaneClaim, commit: LaneCommit): Promise<void>;
  /** Notes that a write is about to be sent. */
  beginSend(claim: LaneClaim, rowId: string): Promise<void>;
  /**
   * Notes how it ended. A sent gate wakes the lane and turns the holds it revokes to `revoked`,
   * once no other gate that revokes them is unsent, or was refused in the same pass.
   */
  endSend(claim: LaneClaim, rowId: string, outcome: SendOutcome): Promise<void>;
  /**
   * Counts a failed pass and puts the lane off; events that were read `maxAttempts` times are
   * quarantined.
   */
  postpone(claim: LaneClaim, wait: LaneWait, maxAttempts: number): Promise<void>;
  /** Ends the lease. */
  release(claim: LaneClaim): Promise<void>;
  /** Every lane that is not retired, with its installation, for the sweep. */
  listLanes(): Promise<readonly { readonly lane: LaneName; readonly installationId: number }[]>;
  /** Nobody claims these lanes any more, until an event of theirs is accepted. What they hold stays. */
  retire(lanes: readonly LaneName[]): Promise<void>;
  /**
   * Forgets what nobody asks for any more: done events, ended writes and released holds of long ago.
   * Not more than some thousands at once.
   *
   * @returns How many rows are gone; more may be left.
   */
  prune(): Promise<number>;
  /** How much there is of what, for those who watch over the App. */
  measure(): Promise<StoreCounts>;
  /** Whether the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
