import type { Graph } from "./graph.ts";
import { reverseGraph } from "./reverse-graph.ts";

/**
 * The sets of nodes that all reach each other, by two walks with a stack of
 * their own (Kosaraju). Only sets with a cycle: of two nodes and more, or of
 * one with an edge to itself. Each ascends; sets by their smallest node.
 */
export function strongComponents(graph: Graph): readonly Int32Array[] {
  const { count } = graph;
  const finished = new Int32Array(count);
  const walk = new Walk(graph);
  let length = 0;
  for (let node = 0; node < count; node++) length = walk.listFinished(node, finished, length);

  const back = new Walk(reverseGraph(graph));
  const members = new Int32Array(count);
  const sets: Int32Array[] = [];
  let start = 0;
  for (let at = count - 1; at >= 0; at--) {
    const root = finished[at] ?? 0;
    const end = back.listFinished(root, members, start);
    if (end - start > 1 || (end > start && hasLoop(graph, root))) {
      sets.push(members.slice(start, end).sort());
    }
    start = end;
  }
  return sets.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** A depth-first walk that remembers where it has been. */
class Walk {
  readonly #graph: Graph;
  readonly #isVisited: Uint8Array;
  readonly #path: Int32Array;
  /** By node, the next edge to look at. */
  readonly #next: Int32Array;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#isVisited = new Uint8Array(graph.count);
    this.#path = new Int32Array(graph.count);
    this.#next = graph.starts.slice();
  }

  /** Writes the nodes not visited before that `root` reaches, in the order in which the walk leaves them; the new length. */
  listFinished(root: number, finished: Int32Array, length: number): number {
    if (this.#isVisited[root] === 1) return length;
    const { starts, targets } = this.#graph;
    let end = length;
    let depth = 0;
    this.#path[depth++] = root;
    this.#isVisited[root] = 1;
    while (depth > 0) {
      const node = this.#path[depth - 1] ?? 0;
      const edge = this.#next[node] ?? 0;
      if (edge === starts[node + 1]) {
        finished[end++] = node;
        depth--;
        continue;
      }
      this.#next[node] = edge + 1;
      const to = targets[edge] ?? 0;
      if (this.#isVisited[to] === 1) continue;
      this.#isVisited[to] = 1;
      this.#path[depth++] = to;
    }
    return end;
  }
}

function hasLoop({ starts, targets }: Graph, node: number): boolean {
  return targets.subarray(starts[node], starts[node + 1]).includes(node);
}
