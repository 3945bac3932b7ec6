import { countPredecessors } from "./count-predecessors.ts";
import type { Graph } from "./graph.ts";

/** A graph in layers: a node stands in the layer after the last of its predecessors. */
export interface Layers {
  /** Nodes by layer, each layer ascending: a topological order. Nodes on or behind a cycle stand nowhere. */
  readonly order: Int32Array;
  /** Where each layer starts in `order`; one more than layers, the last is the length of `order`. */
  readonly starts: Int32Array;
  /** By node, from 0; -1 for nodes on or behind a cycle. */
  readonly layerOf: Int32Array;
}

/** Puts each node after the last of its predecessors (Kahn). Linear time, no recursion. */
export function layerGraph(graph: Graph): Layers {
  const { count, starts, targets } = graph;
  const missing = countPredecessors(graph);
  const layerOf = new Int32Array(count).fill(-1);
  const queue = new Int32Array(count);
  let tail = 0;
  for (let node = 0; node < count; node++) {
    if (missing[node] !== 0) continue;
    queue[tail++] = node;
    layerOf[node] = 0;
  }
  let layers = tail > 0 ? 1 : 0;
  for (let head = 0; head < tail; head++) {
    const node = queue[head] ?? 0;
    const layer = (layerOf[node] ?? 0) + 1;
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      const left = (missing[to] ?? 0) - 1;
      missing[to] = left;
      if (left > 0) continue;
      layerOf[to] = layer;
      layers = layer + 1;
      queue[tail++] = to;
    }
  }
  return { ...sortByLayer(layerOf, layers, tail), layerOf };
}

function sortByLayer(layerOf: Int32Array, layers: number, reached: number) {
  const starts = new Int32Array(layers + 1);
  for (let node = 0; node < layerOf.length; node++) {
    const layer = layerOf[node] ?? 0;
    if (layer >= 0) starts[layer + 1] = (starts[layer + 1] ?? 0) + 1;
  }
  for (let layer = 0; layer < layers; layer++) {
    starts[layer + 1] = (starts[layer + 1] ?? 0) + (starts[layer] ?? 0);
  }
  const next = starts.slice();
  const order = new Int32Array(reached);
  for (let node = 0; node < layerOf.length; node++) {
    const layer = layerOf[node] ?? 0;
    if (layer < 0) continue;
    const place = next[layer] ?? 0;
    order[place] = node;
    next[layer] = place + 1;
  }
  return { order, starts };
}
