import { type Closure, closeTransitively } from "./close-transitively.ts";
import type { Graph } from "./graph.ts";
import type { Layers } from "./layer-graph.ts";
import { measureWidestLayer } from "./measure-widest-layer.ts";

/** How many nodes no path connects, at most. */
export interface Width {
  readonly width: number;
  /** `dilworth_matching` is exact; `kahn_layer_max`, the biggest layer, is a lower bound. */
  readonly method: "dilworth_matching" | "kahn_layer_max";
}

/** Above so many nodes the exact answer would take too long. */
const maxExact = 1000;

/**
 * The width of a graph without cycles: by Dilworth's theorem as many as the
 * fewest chains that hold all nodes, which is the number of nodes less the
 * biggest matching of nodes with nodes that they reach.
 */
export function measureWidth(graph: Graph, layers: Layers): Width {
  if (graph.count > maxExact) {
    return { width: measureWidestLayer(layers), method: "kahn_layer_max" };
  }
  const closure = closeTransitively(graph, layers.order);
  const width = graph.count - countMatches(graph.count, closure);
  return { width, method: "dilworth_matching" };
}

/** Size of the biggest matching, by one augmenting path after the other, breadth first. */
function countMatches(count: number, { words, rows }: Closure): number {
  const before = new Int32Array(count).fill(-1);
  const cameFrom = new Int32Array(count);
  const queue = new Int32Array(count);
  const unseen = new Int32Array(words);
  const after = new Int32Array(count).fill(-1);
  let matches = 0;
  for (let start = 0; start < count; start++) {
    const end = searchFree(start);
    if (end < 0) continue;
    matches++;
    for (let to = end; to >= 0; ) {
      const from = cameFrom[to] ?? 0;
      const previous = after[from] ?? -1;
      before[to] = from;
      after[from] = to;
      to = previous;
    }
  }
  return matches;

  /** A node that nothing is matched with and that can be, if others give way; -1 if there is none. */
  function searchFree(start: number): number {
    unseen.fill(-1);
    queue[0] = start;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const from = queue[head] ?? 0;
      for (let word = 0; word < words; word++) {
        let bits = (rows[from * words + word] ?? 0) & (unseen[word] ?? 0);
        unseen[word] = (unseen[word] ?? 0) & ~bits;
        for (; bits !== 0; bits &= bits - 1) {
          const to = 32 * word + 31 - Math.clz32(bits & -bits);
          cameFrom[to] = from;
          const owner = before[to] ?? -1;
          if (owner < 0) return to;
          queue[tail++] = owner;
        }
      }
    }
    return -1;
  }
}
