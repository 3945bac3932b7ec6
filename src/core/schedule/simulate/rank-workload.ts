import { countPredecessors } from "../../graph/count-predecessors.ts";
import type { Graph } from "../../graph/graph.ts";
import { packEdges } from "../../graph/pack-edges.ts";
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
  const ranked = renumber(graph, rankOf);
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

function renumber({ count, starts, targets }: Graph, rankOf: Int32Array): Graph {
  const from = new Int32Array(targets.length);
  for (let task = 0; task < count; task++) {
    from.fill(rankOf[task] ?? 0, starts[task], starts[task + 1]);
  }
  return packEdges(
    count,
    from,
    targets.map((task) => rankOf[task] ?? 0),
  );
}

/** Resources of which as many tasks as there are slots could want more than there is. */
function listScarce({ graph, slots, capacities, needs }: Workload): readonly number[] {
  return [...capacities.keys()].filter((k) => {
    const amounts = new Int32Array(graph.count);
    for (let task = 0; task < graph.count; task++) {
      amounts[task] = needs[task * capacities.length + k] ?? 0;
    }
    const most = amounts.sort().subarray(Math.max(0, graph.count - slots));
    return most.reduce((sum, units) => sum + units, 0) > (capacities[k] ?? 0);
  });
}
