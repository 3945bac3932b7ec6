import type { Freeze, Hold } from "./hold.ts";

/** A hold as GitHub remembers it. */
type RecordedHold = Pick<Hold, "scope" | "resource" | "unit" | "holder" | "passes" | "grantedAt">;

/** What the tracking issues of a repository remember of its turns, should the store be lost. */
export interface LaneRecord {
  /** When the lane was first heard of, epoch milliseconds; `undefined` if nothing tells. */
  readonly since: number | undefined;
  readonly holds: readonly RecordedHold[];
  readonly freezes: readonly Omit<Freeze, "since">[];
}
