import type { Graph } from "./graph.ts";

/** The graph with all edges turned round: its rows are the predecessors. Linear time. */
export function reverseGraph({ count, starts, targets }: Graph): Graph {
  const reversed = new Int32Array(count + 1);
  for (let i = 0; i < targets.length; i++) {
    const after = (targets[i] ?? 0) + 1;
    reversed[after] = (reversed[after] ?? 0) + 1;
  }
  for (let n = 0; n < count; n++) reversed[n + 1] = (reversed[n + 1] ?? 0) + (reversed[n] ?? 0);
  const next = reversed.slice();
  const sources = new Int32Array(targets.length);
  for (let node = 0; node < count; node++) {
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      const place = next[to] ?? 0;
      sources[place] = node;
      next[to] = place + 1;
    }
  }
  return { count, starts: reversed, targets: sources };
}
