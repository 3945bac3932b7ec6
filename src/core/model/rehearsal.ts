import type { TaskId } from "./ids.ts";

/** Something that happens while a plan is run. */
export interface RehearsalEvent {
  /** From the start of the run. */
  readonly atHours: number;
  readonly kind: "begins" | "finishes";
  readonly task: TaskId;
}

/** How a plan runs if every task takes just its likely hours. */
export interface Rehearsal {
  /** In the order in which they happen; tasks under way at the start only finish. */
  readonly events: readonly RehearsalEvent[];
  /** Until the last task is finished. */
  readonly hours: number;
  /** Most tasks under way at one time. */
  readonly mostAtOnce: number;
  /** Tasks that never begin, since they wait for each other or for more than there is. */
  readonly stuck: readonly TaskId[];
}

/** Tasks that may begin once enough of those before are finished. */
export interface RehearsalWave {
  readonly tasks: readonly string[];
  /** Of these, how many must be finished before the next wave opens. */
  readonly quorum: number;
}
