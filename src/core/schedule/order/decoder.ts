/**
 * Makes a schedule of a list of all activities in which each stands after its
 * predecessors: in that order each starts as early as its predecessors and the
 * units left over allow (serial schedule generation).
 *
 * @param list Activities, each once.
 * @param finishes Filled with the end of each activity, by activity.
 * @returns The makespan.
 */
export type Decoder = (list: Int32Array, finishes: Int32Array) => number;
