import type { Graph } from "./graph.ts";

/** Who reaches whom: a square of bits. */
export interface Closure {
  /** 32-bit words of one row. */
  readonly words: number;
  /** Row by row; bit `b` of word `w` in a node's row is set if it reaches node `32 w + b`. */
  readonly rows: Int32Array;
}

/**
 * All pairs of nodes with a path from one to the other; a node does not reach
 * itself. Takes count² / 8 bytes. The graph must have no cycle.
 *
 * @param order A topological order.
 */
export function closeTransitively({ count, starts, targets }: Graph, order: Int32Array): Closure {
  const words = Math.ceil(count / 32);
  const rows = new Int32Array(words * count);
  for (let at = order.length - 1; at >= 0; at--) {
    const node = order[at] ?? 0;
    const row = node * words;
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      const other = to * words;
      for (let word = 0; word < words; word++) {
        rows[row + word] = (rows[row + word] ?? 0) | (rows[other + word] ?? 0);
      }
      rows[row + (to >> 5)] = (rows[row + (to >> 5)] ?? 0) | (1 << (to & 31));
    }
  }
  return { words, rows };
}
