import type { Graph } from "./graph.ts";
import { layerGraph } from "./layer-graph.ts";
import { packEdges } from "./pack-edges.ts";
import { reduceByBits } from "./reduce-by-bits.ts";
import { reduceByWalks } from "./reduce-by-walks.ts";

/**
 * The fewest edges that reach the same nodes: an edge goes where a longer path
 * leads to its end. No edges at all if the graph has a cycle.
 *
 * Walks from node to node are cheapest in sparse graphs, sets of bits in dense
 * ones. Walks go first and give up when they have cost about as much as bits
 * would; both give the same edges.
 */
export function transitiveReduction(graph: Graph): Graph {
  const { count } = graph;
  const { order } = layerGraph(graph);
  if (order.length < count) return packEdges(count, new Int32Array(0), new Int32Array(0));
  const sorted = renumber(graph, order);
  const kept = reduceByWalks(sorted, estimateBitCost(graph)) ?? reduceByBits(sorted);
  return toNames(sorted, kept, order);
}

/** Words that `reduceByBits` may touch, as node visits of a walk. */
function estimateBitCost({ count, targets }: Graph): number {
  return (count * count) / 64 + 4 * targets.length;
}

/** The graph with nodes numbered by their place in the order: all edges lead upwards. */
function renumber({ count, starts, targets }: Graph, order: Int32Array): Graph {
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) places[order[place] ?? 0] = place;
  const from = new Int32Array(targets.length);
  const to = new Int32Array(targets.length);
  for (let node = 0; node < count; node++) {
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      from[i] = places[node] ?? 0;
      to[i] = places[targets[i] ?? 0] ?? 0;
    }
  }
  return packEdges(count, from, to);
}

/** The kept edges, numbered as before. */
function toNames({ count, starts, targets }: Graph, kept: Uint8Array, order: Int32Array): Graph {
  const from = new Int32Array(targets.length);
  const to = new Int32Array(targets.length);
  let length = 0;
  for (let place = 0; place < count; place++) {
    const end = starts[place + 1] ?? 0;
    for (let i = starts[place] ?? 0; i < end; i++) {
      if (kept[i] === 0) continue;
      from[length] = order[place] ?? 0;
      to[length++] = order[targets[i] ?? 0] ?? 0;
    }
  }
  return packEdges(count, from.subarray(0, length), to.subarray(0, length));
}
