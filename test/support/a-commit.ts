import type { LaneCommit } from "../../src/flows/store-port.ts";

/** A decision that changes nothing but what a test cares for. */
export function aCommit(parts: Partial<LaneCommit> = {}): LaneCommit {
  return {
    lastSeq: 0,
    adoption: undefined,
    grants: [],
    revoking: [],
    passes: [],
    releases: [],
    freezes: [],
    thaws: [],
    outbox: [],
    drops: [],
    wakeAt: undefined,
    ...parts,
  };
}
