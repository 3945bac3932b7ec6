import type { Edge } from "./edge.ts";

/** Successor lists by node, each ascending and without repeats. */
export function toSuccessors(
  count: number,
  edges: readonly Edge[],
): readonly (readonly number[])[] {
  const successors: number[][] = Array.from({ length: count }, () => []);
  for (const [from, to] of edges) successors[from]?.push(to);
  return successors.map((list) => [...new Set(list)].sort((a, b) => a - b));
}
