import { layerGraph } from "../../graph/layer-graph.ts";
import { measureTails } from "../../graph/measure-tails.ts";
import type { Workload } from "./workload.ts";

/**
 * All tasks, the one with the most hours still behind it first (critical-path
 * priority); the place in the document breaks ties.
 *
 * @param hours Expected, by task.
 */
export function orderByTails({ graph }: Workload, hours: ArrayLike<number>): Int32Array {
  const tails = measureTails(graph, layerGraph(graph).order, hours);
  return Int32Array.from(tails.keys()).sort((a, b) => (tails[b] ?? 0) - (tails[a] ?? 0) || a - b);
}
