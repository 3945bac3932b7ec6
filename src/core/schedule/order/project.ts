import type { Graph } from "../../graph/graph.ts";

/**
 * What is to be scheduled, in whole steps of time: activities are the nodes of
 * a graph without cycles, each takes its time without a break and all it needs
 * of each resource from start to end (RCPSP).
 */
export interface Project {
  readonly successors: Graph;
  readonly predecessors: Graph;
  /** A topological order. */
  readonly order: Int32Array;
  /** Steps by activity, from 0. */
  readonly durations: Int32Array;
  /** Units by resource. */
  readonly capacities: Int32Array;
  /** Units by activity, one after the other for each resource; none above its capacity. */
  readonly needs: Int32Array;
}
