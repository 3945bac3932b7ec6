import { countPredecessors } from "../../src/core/graph/count-predecessors.ts";
import type { Workload } from "../../src/core/schedule/simulate/workload.ts";

/**
 * Waves that fit all limits and so start as a whole: of the tasks whose predecessors stand in
 * earlier waves the most urgent that fit, as `buildWaves` fills them.
 *
 * @param order All tasks, the most urgent first.
 * @returns By task, its wave from 0, and by wave its size.
 */
export function buildStrictWaves(workload: Workload, order: Int32Array) {
  const { graph, slots, capacities, needs } = workload;
  const missing = countPredecessors(graph);
  const waveOf = new Int32Array(graph.count).fill(-1);
  const sizes: number[] = [];
  for (let placed = 0; placed < graph.count; ) {
    const free = capacities.slice();
    const taken: number[] = [];
    for (const task of order) {
      if (taken.length === slots || waveOf[task] !== -1 || missing[task] !== 0) continue;
      const wants = needs.subarray(task * capacities.length, (task + 1) * capacities.length);
      if (wants.some((units, k) => units > (free[k] ?? 0))) continue;
      for (const [k, units] of wants.entries()) free[k] = (free[k] ?? 0) - units;
      taken.push(task);
    }
    for (const task of taken) {
      waveOf[task] = sizes.length;
      for (const to of graph.targets.subarray(graph.starts[task], graph.starts[task + 1])) {
        missing[to] = (missing[to] ?? 0) - 1;
      }
    }
    sizes.push(taken.length);
    placed += taken.length;
  }
  return { waveOf, sizes };
}
