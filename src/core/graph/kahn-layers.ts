import type { Edge } from "./edge.ts";
import { toSuccessors } from "./to-successors.ts";

/**
 * The graph in layers: a node stands in the layer after the last of its
 * predecessors. Each layer ascends. Nodes on or behind a cycle stand in none.
 */
export function kahnLayers(count: number, edges: readonly Edge[]): readonly (readonly number[])[] {
  const successors = toSuccessors(count, edges);
  const missing = new Array<number>(count).fill(0);
  for (const list of successors) for (const to of list) missing[to] = (missing[to] ?? 0) + 1;

  const layers: number[][] = [];
  let layer = [...missing.keys()].filter((node) => missing[node] === 0);
  while (layer.length > 0) {
    layers.push(layer);
    const next: number[] = [];
    for (const node of layer) {
      for (const to of successors[node] ?? []) {
        const left = (missing[to] ?? 0) - 1;
        missing[to] = left;
        if (left === 0) next.push(to);
      }
    }
    layer = next.sort((a, b) => a - b);
  }
  return layers;
}
