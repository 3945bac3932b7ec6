import type { Edge } from "./edge.ts";
import type { Graph } from "./graph.ts";
import { packEdges } from "./pack-edges.ts";

/** The graph of these edges, in whatever order and however often they are given. Linear time. */
export function buildGraph(count: number, edges: readonly Edge[]): Graph {
  const from = new Int32Array(edges.length);
  const to = new Int32Array(edges.length);
  let at = 0;
  for (const edge of edges) {
    from[at] = edge[0];
    to[at++] = edge[1];
  }
  return packEdges(count, from, to);
}
