import type { Graph } from "./graph.ts";

/**
 * Packs edges, given as two columns, into rows: two stable counting sorts, by
 * target and then by source, so rows ascend without comparing. Linear time.
 */
export function packEdges(count: number, from: Int32Array, to: Int32Array): Graph {
  const byTarget = sortStably(count, to, undefined);
  const order = sortStably(count, from, byTarget);
  const starts = new Int32Array(count + 1);
  const targets = new Int32Array(order.length);
  let kept = 0;
  let node = -1;
  let previous = -1;
  for (let i = 0; i < order.length; i++) {
    const edge = order[i] ?? 0;
    const source = from[edge] ?? 0;
    const target = to[edge] ?? 0;
    if (source !== node) {
      while (node < source) starts[++node] = kept;
    } else if (target === previous) continue;
    targets[kept++] = target;
    previous = target;
  }
  while (node < count) starts[++node] = kept;
  return { count, starts, targets: kept === targets.length ? targets : targets.slice(0, kept) };
}

/** Edges by ascending key; equal keys stay in the order given, or in that of the edges. */
function sortStably(count: number, keys: Int32Array, order: Int32Array | undefined): Int32Array {
  const next = new Int32Array(count + 1);
  for (let i = 0; i < keys.length; i++) {
    const after = (keys[i] ?? 0) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let key = 0; key < count; key++) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const edge = order === undefined ? i : (order[i] ?? 0);
    const key = keys[edge] ?? 0;
    const place = next[key] ?? 0;
    sorted[place] = edge;
    next[key] = place + 1;
  }
  return sorted;
}
