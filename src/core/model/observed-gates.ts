import type { ObservedGate } from "./observed-lane.ts";

/** What can still be seen of a repository whose plans or settings cannot be read. */
export interface ObservedGates {
  /** Commits on which a gate of ours may matter, each once. */
  readonly headShas: readonly string[];
  /** By head commit. */
  readonly gates: ReadonlyMap<string, ObservedGate>;
}
