import type { Freeze, GatePass, Holder, HoldScope } from "./hold.ts";
import type { ResourceId } from "./ids.ts";
import type { LaneRecord } from "./lane-record.ts";
import type { OutboxOp } from "./outbox.ts";

/** A hold that is given. */
export interface Grant {
  readonly scope: HoldScope;
  readonly resource: ResourceId;
  readonly unit: number;
  readonly holder: Holder;
  /** The pass's own time, so that what people read of it is stored to the millisecond. */
  readonly grantedAt: number;
}

/** What a pass changes: in the store first, then on GitHub. Empty where all is as it should be. */
export interface Decision {
  /** What GitHub remembers of a lane that the store does not; the lane is known from then on. */
  readonly adoption: LaneRecord | undefined;
  readonly grants: readonly Grant[];
  /** IDs of holds that go on their way out. */
  readonly revoking: readonly string[];
  readonly passes: readonly { readonly holdId: string; readonly pass: GatePass }[];
  readonly releases: readonly { readonly holdId: string; readonly reason: string }[];
  readonly freezes: readonly Omit<Freeze, "since">[];
  /** Freezes that a person has lifted. */
  readonly thaws: readonly Pick<Freeze, "scope" | "resource" | "repository" | "pullNumber">[];
  /** In the order in which they are to be sent: gates that are taken back come first. */
  readonly outbox: readonly { readonly opKey: string; readonly op: OutboxOp }[];
  /** When to look again though nothing is heard, epoch milliseconds. */
  readonly wakeAt: number | undefined;
}
