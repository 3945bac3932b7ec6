import { buildGraph } from "../../graph/build-graph.ts";
import { countPredecessors } from "../../graph/count-predecessors.ts";
import type { Graph } from "../../graph/graph.ts";
import { listEdges } from "../../graph/list-edges.ts";
import type { Workload } from "./workload.ts";

/** A workload whose tasks are numbered by urgency: rank 0 goes first. */
export interface RankedWorkload {
  readonly graph: Graph;
  /** By rank, how many tasks must be finished first. */
  readonly missing: Int32Array;
  readonly slots: number;
  /** Units of the resources that can run short. */
  readonly capacities: Int32Array;
  /** Units by rank, one after the other for each of these resources. */
  readonly needs: Int32Array;
}

/**
 * Numbers a workload's tasks anew by urgency.
 *
 * @param taskOf All tasks, the most urgent first.
 */
export function rankWorkload(workload: Workload, taskOf: Int32Array): RankedWorkload {
  const { graph, slots, capacities } = workload;
  const count = taskOf.length;
  const rankOf = new Int32Array(count);
  for (const [rank, task] of taskOf.entries()) rankOf[task] = rank;
  const edges = listEdges(graph).map(([from, to]) => [rankOf[from] ?? 0, rankOf[to] ?? 0] as const);
  const ranked = buildGraph(count, edges);
  const scarce = listScarce(workload);
  const needs = new Int32Array(count * scarce.length);
  for (const [rank, task] of taskOf.entries()) {
    for (const [at, k] of scarce.entries()) {
      needs[rank * scarce.length + at] = workload.needs[task * capacities.length + k] ?? 0;
    }
  }
  return {
    graph: ranked,
    missing: countPredecessors(ranked),
    slots,
    capacities: Int32Array.from(scarce, (k) => capacities[k] ?? 0),
    needs,
  };
}

/** Resources of which as many tasks as there are slots could want more than there is. */
function listScarce({ graph, slots, capacities, needs }: Workload): readonly number[] {
  return [...capacities.keys()].filter((k) => {
    const amounts = Array.from(
      { length: graph.count },
      (_, task) => needs[task * capacities.length + k] ?? 0,
    );
    const most = amounts.sort((a, b) => b - a).slice(0, slots);
    return most.reduce((sum, units) => sum + units, 0) > (capacities[k] ?? 0);
  });
}
