import type { StoredLane } from "../../src/core/model/stored-lane.ts";

/** A lane heard of at 1000, at 10000: nothing is held, nothing frozen. */
export function aStoredLane(parts: Partial<StoredLane> = {}): StoredLane {
  return {
    isNew: false,
    holds: [],
    freezes: [],
    settledPulls: [],
    outbox: [],
    since: 1000,
    now: 10_000,
    ...parts,
  };
}
