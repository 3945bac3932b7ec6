import type { Graph } from "../../graph/graph.ts";

/** What is to be run, as numbers: tasks are the nodes of a graph without cycles. */
export interface Workload {
  /** Precedence. */
  readonly graph: Graph;
  /** Most tasks under way at once, at least 1. */
  readonly slots: number;
  /** Units by resource. */
  readonly capacities: Int32Array;
  /** Units by task, one after the other for each resource; none above its capacity. */
  readonly needs: Int32Array;
}
