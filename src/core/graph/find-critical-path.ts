import type { Graph } from "./graph.ts";
import { measureTails } from "./measure-tails.ts";

/** The heaviest path of a graph, and how much room the other nodes have beside it. */
export interface CriticalPath {
  /** Weight of the path. */
  readonly length: number;
  /** First to last; of several paths as heavy the one with the smallest nodes. */
  readonly path: readonly number[];
  /** By node, the weight of the heaviest path that leads to it, itself not counted: its earliest start. */
  readonly heads: Float64Array;
  /** By node, the weight of the heaviest path from it to the end, itself counted. */
  readonly tails: Float64Array;
}

/**
 * Finds the critical path. The slack of a node is `length − head − tail`.
 * Empty without nodes. The graph must have no cycle.
 *
 * @param order A topological order.
 * @param weights By node, not negative, such as durations.
 */
export function findCriticalPath(
  graph: Graph,
  order: Int32Array,
  weights: ArrayLike<number>,
): CriticalPath {
  const heads = measureHeads(graph, order, weights);
  const tails = measureTails(graph, order, weights);
  const path: number[] = [];
  let best = findFirstLongest(tails);
  const length = tails[best] ?? 0;
  while (best >= 0) {
    path.push(best);
    best = findNext(graph, tails, best);
  }
  return { length, path, heads, tails };
}

function measureHeads(
  { count, starts, targets }: Graph,
  order: Int32Array,
  weights: ArrayLike<number>,
): Float64Array {
  const heads = new Float64Array(count);
  for (let at = 0; at < order.length; at++) {
    const node = order[at] ?? 0;
    const finish = (heads[node] ?? 0) + (weights[node] ?? 0);
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      if (finish > (heads[to] ?? 0)) heads[to] = finish;
    }
  }
  return heads;
}

function findFirstLongest(tails: Float64Array): number {
  let best = tails.length > 0 ? 0 : -1;
  for (let node = 1; node < tails.length; node++) {
    if ((tails[node] ?? 0) > (tails[best] ?? 0)) best = node;
  }
  return best;
}

function findNext({ starts, targets }: Graph, tails: Float64Array, node: number): number {
  let best = -1;
  const end = starts[node + 1] ?? 0;
  for (let i = starts[node] ?? 0; i < end; i++) {
    const to = targets[i] ?? 0;
    if (best < 0 || (tails[to] ?? 0) > (tails[best] ?? 0)) best = to;
  }
  return best;
}
