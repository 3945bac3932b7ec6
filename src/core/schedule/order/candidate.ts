/** A schedule found by the search, in its own direction of time. */
export interface Candidate {
  /** By activity. */
  readonly finishes: Int32Array;
  readonly makespan: number;
  /** Makespan, and among equals how early the activities end: the lower the better. */
  readonly cost: number;
  /** All activities by how late they end, the last first: a list for the other direction of time. */
  readonly list: Int32Array;
}
