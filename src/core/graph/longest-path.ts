import type { Edge } from "./edge.ts";
import { measureTails } from "./measure-tails.ts";
import { toSuccessors } from "./to-successors.ts";

/**
 * The path with the most nodes, first to last; of several the one with the
 * smallest nodes. The graph must have no cycle; empty if it has no nodes.
 */
export function longestPath(count: number, edges: readonly Edge[]): readonly number[] {
  const tails = measureTails(count, edges);
  const successors = toSuccessors(count, edges);
  const path: number[] = [];
  let candidates: Iterable<number> = tails.keys();
  for (let node = pickLongest(candidates); node !== undefined; node = pickLongest(candidates)) {
    path.push(node);
    candidates = successors[node] ?? [];
  }
  return path;

  function pickLongest(nodes: Iterable<number>): number | undefined {
    let best: number | undefined;
    for (const node of nodes) {
      if (best === undefined || (tails[node] ?? 0) > (tails[best] ?? 0)) best = node;
    }
    return best;
  }
}
