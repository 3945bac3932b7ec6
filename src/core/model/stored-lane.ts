import type { Freeze, Hold } from "./hold.ts";
import type { OutboxRow } from "./outbox.ts";

/** What is stored of a lane when a pass begins. */
export interface StoredLane {
  /** The store knows nothing of what went before: that is to be adopted before anything is given. */
  readonly isNew: boolean;
  /** Unreleased holds that this lane's tasks have, and all others in the scopes asked for. */
  readonly holds: readonly Hold[];
  /** Freezes that no person has lifted. */
  readonly freezes: readonly Freeze[];
  /**
   * Pull requests that are accounted for: released holds of this repository passed them, or they
   * led to a freeze, lifted or not.
   */
  readonly settledPulls: readonly number[];
  /** Writes that are not sent yet, in order. */
  readonly outbox: readonly OutboxRow[];
  /** When the lane was first heard of, epoch milliseconds. */
  readonly since: number;
  /** Database time (`keysteps_now()`), epoch milliseconds. */
  readonly now: number;
}
