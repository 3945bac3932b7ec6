import type { Graph } from "./graph.ts";

/**
 * The nodes that can be reached from some, these not counted unless a path leads back to one. Linear
 * time, no recursion; the graph may have cycles.
 *
 * @param from Nodes.
 * @returns Ascending.
 */
export function listReachable(
  { count, starts, targets }: Graph,
  from: Iterable<number>,
): readonly number[] {
  const isReached = new Uint8Array(count);
  const open = [...from];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const end = starts[node + 1] ?? 0;
    for (let i = starts[node] ?? 0; i < end; i++) {
      const to = targets[i] ?? 0;
      if (isReached[to] === 1) continue;
      isReached[to] = 1;
      open.push(to);
    }
  }
  return [...isReached.keys()].filter((node) => isReached[node] === 1);
}
