import type { Edge } from "./edge.ts";
import { toSuccessors } from "./to-successors.ts";
import { topologicalOrder } from "./topological-order.ts";

/**
 * The fewest edges that reach the same nodes: an edge goes where a longer path
 * leads to its end. Sorted by from, then to; empty if the graph has a cycle.
 *
 * From each node it searches only as deep as that node's furthest successor,
 * so long chains and layered graphs cost little more than their edges.
 */
export function transitiveReduction(count: number, edges: readonly Edge[]): readonly Edge[] {
  const order = topologicalOrder(count, edges);
  if (order === undefined) return [];
  const positions = new Int32Array(count);
  for (const [position, node] of order.entries()) positions[node] = position;
  const successors = toSuccessors(count, edges);
  const seenFrom = new Int32Array(count).fill(-1);

  return successors.flatMap((direct, node) => {
    if (direct.length > 1) markReachedFrom(node, direct);
    return direct.filter((to) => seenFrom[to] !== node).map((to): Edge => [node, to]);
  });

  /** Marks all that lies behind the direct successors, up to the last of them in order. */
  function markReachedFrom(node: number, direct: readonly number[]): void {
    const limit = direct.reduce((last, to) => Math.max(last, positions[to] ?? 0), 0);
    const stack = [...direct];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const to of successors[at] ?? []) {
        if (seenFrom[to] === node || (positions[to] ?? 0) > limit) continue;
        seenFrom[to] = node;
        stack.push(to);
      }
    }
  }
}
