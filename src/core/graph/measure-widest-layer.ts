import type { Layers } from "./layer-graph.ts";

/** How many nodes the biggest layer has; 0 without layers. */
export function measureWidestLayer({ starts }: Pick<Layers, "starts">): number {
  let widest = 0;
  for (let i = 1; i < starts.length; i++) {
    widest = Math.max(widest, (starts[i] ?? 0) - (starts[i - 1] ?? 0));
  }
  return widest;
}
