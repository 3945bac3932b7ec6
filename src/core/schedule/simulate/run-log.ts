/** How one run of a workload went, by rank. Filled anew by each run. */
export interface RunLog {
  /** Hours from the start of the run; those that were finished before have 0. */
  readonly starts: Float64Array;
  readonly finishes: Float64Array;
  /** The task whose end let this one start: a predecessor, or who held what it needed; -1 where nothing did. */
  readonly causes: Int32Array;
}

/** A log for so many tasks. */
export function emptyLog(count: number): RunLog {
  return {
    starts: new Float64Array(count),
    finishes: new Float64Array(count),
    causes: new Int32Array(count),
  };
}
