import type { Label } from "./issue.ts";

/**
 * The ten states of T.A.S.K.S v3. `blocked`: a predecessor is unsatisfied. `ready`: in the frontier, waiting
 * for a resource, a slot, or room on a machine or among people. `queued`: all it needs is held, anyone may start. `assigned`: claimed.
 * `running`: work is seen.
 */
export type TaskState =
  | "blocked"
  | "ready"
  | "queued"
  | "assigned"
  | "running"
  | "paused"
  | "checkpointed"
  | "completed"
  | "failed"
  | "rolled_back";

/** The states that the coordinator shows so far, in people's words; the others wear no label. */
export const stateLabels: Readonly<Partial<Record<TaskState, Label>>> = {
  blocked: {
    name: "state:blocked",
    color: "b60205",
    description: "Waits for another task to be done",
  },
  ready: {
    name: "state:waiting",
    color: "fbca04",
    description:
      "Could start, but waits its turn on a shared resource, or for a slot, a machine or people",
  },
  queued: { name: "state:available", color: "0e8a16", description: "You may start this now" },
  assigned: { name: "state:claimed", color: "1d76db", description: "Somebody took it" },
  running: { name: "state:in-progress", color: "0052cc", description: "A pull request is open" },
};

/** What the names of all state labels begin with; they belong to the coordinator. */
export const statePrefix = "state:";
