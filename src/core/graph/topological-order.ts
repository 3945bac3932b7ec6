import type { Edge } from "./edge.ts";
import { IntHeap } from "./int-heap.ts";
import { toSuccessors } from "./to-successors.ts";

/**
 * All nodes, each after everything that has an edge to it; of several that may
 * come next the smallest does. `undefined` if the graph has a cycle.
 */
export function topologicalOrder(
  count: number,
  edges: readonly Edge[],
): readonly number[] | undefined {
  const successors = toSuccessors(count, edges);
  const missing = countPredecessors(successors);
  const ready = new IntHeap();
  for (const [node, predecessors] of missing.entries()) if (predecessors === 0) ready.push(node);

  const order: number[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node);
    for (const next of successors[node] ?? []) {
      const left = (missing[next] ?? 0) - 1;
      missing[next] = left;
      if (left === 0) ready.push(next);
    }
  }
  return order.length === count ? order : undefined;
}

function countPredecessors(successors: readonly (readonly number[])[]): number[] {
  const missing = new Array<number>(successors.length).fill(0);
  for (const list of successors) for (const to of list) missing[to] = (missing[to] ?? 0) + 1;
  return missing;
}
