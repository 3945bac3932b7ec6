import type { Hold } from "../../model/hold.ts";
import type { ObservedPull } from "../../model/observed-lane.ts";

/** The gate of one pull request. */
export interface GateVerdict {
  readonly pull: ObservedPull;
  readonly verdict: "success" | "queued";
  /** One line: the reason. */
  readonly title: string;
  /** Markdown with who holds and who waits. */
  readonly summary: string;
  /** Holds that a success rests on. */
  readonly holds: readonly Hold[];
  /**
   * What this pass sets going and the next will see: holds given now, which count once they are
   * stored, or another gate's success that has to fall first.
   */
  readonly awaits: "grant" | "fall" | undefined;
}
