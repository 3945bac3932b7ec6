/**
 * The tasks that may start, kept up to date: a completion costs as much as the
 * task has successors, and the next task to start is the most urgent ready one
 * that fits; others may pass one that does not. The one rule by which tasks
 * start, made for running a plan many thousand times.
 */
export interface RunFrontier {
  /** As before anything has started. */
  reset(): void;
  /** One thing less that a task waits for. */
  release(rank: number): void;
  /** A task under way is finished: its slot and units are free, and what waited for it alone is ready. */
  complete(rank: number): void;
  /** Starts the most urgent ready task that fits; its rank, or -1 if none does. */
  takeNext(): number;
  /** Takes a slot and the units for a task, whether or not there is room. */
  hold(rank: number): void;
}
