import { layerGraph } from "../graph/layer-graph.ts";
import { requireFeasible } from "./order/require-feasible.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";

/**
 * The order in which tasks begin if each takes exactly its expected hours: it never runs against the
 * graph. Of those that begin at the same moment tasks of no time come first, as the graph has them,
 * then the most urgent. Every task must fit, or it would never begin.
 *
 * @param hours Expected, by task.
 * @param order All tasks, the most urgent first.
 * @returns Tasks by place, first to last.
 * @throws {InvariantError} if that run breaks the graph or a limit.
 */
export function listBegins(workload: Workload, hours: Float64Array, order: Int32Array): Int32Array {
  const log = emptyLog(order.length);
  const ranked = Float64Array.from(order, (task) => hours[task] ?? 0);
  new Runner(rankWorkload(workload, order)).run(ranked, log);
  const starts = new Float64Array(order.length);
  for (const [rank, task] of order.entries()) starts[task] = log.starts[rank] ?? 0;
  requireFeasible({ ...countSlots(workload), durations: hours }, starts);
  const { layerOf } = layerGraph(workload.graph);
  // what follows a task of no time may begin at the same moment
  const turnOf = (task: number) => (hours[task] === 0 ? (layerOf[task] ?? 0) : order.length);
  return order.toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || turnOf(a) - turnOf(b));
}

/** A workload whose slots are a resource before the others. */
function countSlots({ graph, slots, capacities, needs }: Workload) {
  const width = capacities.length + 1;
  const withSlot = new Int32Array(graph.count * width);
  for (let task = 0; task < graph.count; task++) {
    withSlot[task * width] = 1;
    const from = task * capacities.length;
    withSlot.set(needs.subarray(from, from + capacities.length), task * width + 1);
  }
  return {
    successors: graph,
    capacities: Int32Array.of(slots, ...capacities),
    needs: withSlot,
  };
}
