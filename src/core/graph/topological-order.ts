import { countPredecessors } from "./count-predecessors.ts";
import type { Graph } from "./graph.ts";
import { IntHeap } from "./int-heap.ts";

/**
 * All nodes, each after everything that has an edge to it; of several that may
 * come next the smallest does. `undefined` if the graph has a cycle.
 *
 * The order to show to people; where any order will do, that of `layerGraph`
 * is cheaper.
 */
export function topologicalOrder(graph: Graph): Int32Array | undefined {
  const { count, starts, targets } = graph;
  const missing = countPredecessors(graph);
  const ready = new IntHeap();
  for (let node = 0; node < count; node++) if (missing[node] === 0) ready.push(node);

  const order = new Int32Array(count);
  let length = 0;
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order[length++] = node;
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      const left = (missing[to] ?? 0) - 1;
      missing[to] = left;
      if (left === 0) ready.push(to);
    }
  }
  return length === count ? order : undefined;
}
