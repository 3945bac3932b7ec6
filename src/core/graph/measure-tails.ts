import type { Graph } from "./graph.ts";

/**
 * By node, the weight of the heaviest path that starts with it, itself
 * counted. 0 for nodes that the order leaves out.
 *
 * @param order A topological order.
 * @param weights By node, not negative.
 */
export function measureTails(
  { starts, targets }: Graph,
  order: Int32Array,
  weights: ArrayLike<number>,
): Float64Array {
  const tails = new Float64Array(starts.length - 1);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] ?? 0;
    const end = starts[node + 1] ?? 0;
    let longest = 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const tail = tails[targets[i] ?? 0] ?? 0;
      if (tail > longest) longest = tail;
    }
    tails[node] = longest + (weights[node] ?? 0);
  }
  return tails;
}
