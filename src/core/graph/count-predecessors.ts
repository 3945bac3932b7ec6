import type { Graph } from "./graph.ts";

/** By node, how many edges lead to it. */
export function countPredecessors({ count, targets }: Graph): Int32Array {
  const missing = new Int32Array(count);
  for (let i = 0; i < targets.length; i++) {
    const to = targets[i] ?? 0;
    missing[to] = (missing[to] ?? 0) + 1;
  }
  return missing;
}
