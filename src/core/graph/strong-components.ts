import type { Edge } from "./edge.ts";
import { toSuccessors } from "./to-successors.ts";

/**
 * The sets of nodes that all reach each other, by two walks with a stack of
 * their own (Kosaraju). Only sets with a cycle: of two nodes and more, or of
 * one with an edge to itself. Each ascends; sets by their smallest node.
 */
export function strongComponents(
  count: number,
  edges: readonly Edge[],
): readonly (readonly number[])[] {
  const forward = toSuccessors(count, edges);
  const backward = toSuccessors(
    count,
    edges.map(([from, to]): Edge => [to, from]),
  );
  const visited = new Set<number>();
  const finished = [...forward.keys()].flatMap((node) => listFinished(node, forward, visited));
  const collected = new Set<number>();
  return finished
    .toReversed()
    .map((node) => listFinished(node, backward, collected).sort((a, b) => a - b))
    .filter((set) => set.length > 1 || set.some((node) => forward[node]?.includes(node)))
    .sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** Nodes not visited before that `root` reaches, in the order in which a depth-first walk leaves them. */
function listFinished(
  root: number,
  successors: readonly (readonly number[])[],
  visited: Set<number>,
): number[] {
  if (visited.has(root)) return [];
  visited.add(root);
  const finished: number[] = [];
  const path = [{ node: root, next: 0 }];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const to = successors[top.node]?.[top.next++];
    if (to === undefined) {
      finished.push(top.node);
      path.pop();
    } else if (!visited.has(to)) {
      visited.add(to);
      path.push({ node: to, next: 0 });
    }
  }
  return finished;
}
