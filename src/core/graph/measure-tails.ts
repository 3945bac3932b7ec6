import type { Edge } from "./edge.ts";
import { kahnLayers } from "./kahn-layers.ts";
import { toSuccessors } from "./to-successors.ts";

/**
 * By node, how many nodes the longest path that starts with it has, itself
 * counted. 0 for nodes on or behind a cycle.
 */
export function measureTails(count: number, edges: readonly Edge[]): readonly number[] {
  const successors = toSuccessors(count, edges);
  const tails = new Array<number>(count).fill(0);
  for (const layer of kahnLayers(count, edges).toReversed()) {
    for (const node of layer) {
      let longest = 0;
      for (const to of successors[node] ?? []) longest = Math.max(longest, tails[to] ?? 0);
      tails[node] = longest + 1;
    }
  }
  return tails;
}
