import type { Edge } from "./edge.ts";
import type { Graph } from "./graph.ts";

/** All edges of a graph, by from, then to. */
export function listEdges({ count, starts, targets }: Graph): readonly Edge[] {
  const edges: Edge[] = [];
  for (let node = 0; node < count; node++) {
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) edges.push([node, targets[i] ?? 0]);
  }
  return edges;
}
