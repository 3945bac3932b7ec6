import type { Grant } from "../../model/decision.ts";
import type { Freeze, Hold } from "../../model/hold.ts";
import type { ObservedGate } from "../../model/observed-lane.ts";
import type { TaskSituation } from "../situation/situation.ts";

/** What gates are judged by, after grants and releases. */
export interface GateContext {
  readonly tasks: readonly TaskSituation[];
  /** Unreleased holds, those granted in this pass excepted: they count from the next pass on, when they are stored. */
  readonly holds: readonly Hold[];
  /** Given in this pass. */
  readonly grants: readonly Grant[];
  /** Both, for people to read of. */
  readonly shownHolds: readonly Hold[];
  readonly freezes: readonly Freeze[];
  /** What GitHub shows, by head commit. */
  readonly gates: ReadonlyMap<string, ObservedGate>;
}
