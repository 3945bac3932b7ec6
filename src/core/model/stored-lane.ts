import type { Freeze, Hold } from "./hold.ts";

/** What is stored of a lane when a pass begins. */
export interface StoredLane {
  readonly holds: readonly Hold[];
  readonly freezes: readonly Freeze[];
  /** Pull requests that are accounted for. */
  readonly settledPulls: readonly number[];
  /** When the lane was first heard of, epoch milliseconds. */
  readonly since: number;
  /** Database time, epoch milliseconds. */
  readonly now: number;
}
