import type { Graph } from "./graph.ts";
import { layerGraph } from "./layer-graph.ts";
import { strongComponents } from "./strong-components.ts";

/** Edge visits spent on one knot before a short cycle is good enough. */
const visitBudget = 5_000_000;

/**
 * One shortest cycle for each knot of nodes that reach each other, as a closed
 * walk that starts with its smallest node and does not repeat it at the end.
 * Shortest first, then by first node; empty if the graph has no cycle.
 *
 * In a knot so big that looking from every node would take too long, the
 * shortest cycle through the first nodes looked at stands for it.
 */
export function findCycles(graph: Graph): readonly (readonly number[])[] {
  if (layerGraph(graph).order.length === graph.count) return [];
  const knotOf = new Int32Array(graph.count).fill(-1);
  const knots = strongComponents(graph);
  for (const [index, knot] of knots.entries()) for (const node of knot) knotOf[node] = index;
  const search = new KnotSearch(graph, knotOf);
  return knots
    .map((knot) => toSmallestFirst(search.findShortest(knot)))
    .sort((a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0));
}

/** Breadth-first searches inside a knot, on arrays that serve all of them. */
class KnotSearch {
  readonly #graph: Graph;
  readonly #knotOf: Int32Array;
  readonly #cameFrom: Int32Array;
  readonly #depth: Int32Array;
  readonly #seenFrom: Int32Array;
  readonly #queue: Int32Array;
  #budget = 0;

  constructor(graph: Graph, knotOf: Int32Array) {
    this.#graph = graph;
    this.#knotOf = knotOf;
    this.#cameFrom = new Int32Array(graph.count);
    this.#depth = new Int32Array(graph.count);
    this.#seenFrom = new Int32Array(graph.count).fill(-1);
    this.#queue = new Int32Array(graph.count);
  }

  findShortest(knot: Int32Array): readonly number[] {
    this.#budget = visitBudget;
    let best: readonly number[] = [];
    for (const start of knot) {
      const limit = best.length === 0 ? Number.POSITIVE_INFINITY : best.length - 1;
      const last = this.#searchBackTo(start, limit);
      if (last >= 0) best = this.#traceBack(start, last);
      if (best.length > 0 && this.#budget <= 0) break;
    }
    return best;
  }

  /** The last node of the shortest walk from `start` back to it with at most `limit` nodes; -1 if there is none. */
  #searchBackTo(start: number, limit: number): number {
    const { starts, targets } = this.#graph;
    this.#queue[0] = start;
    this.#depth[start] = 1;
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const node = this.#queue[head] ?? 0;
      const depth = this.#depth[node] ?? 0;
      if (depth > limit) return -1;
      const end = starts[node + 1] ?? 0;
      for (let i = starts[node] ?? 0; i < end; i++) {
        const to = targets[i] ?? 0;
        this.#budget--;
        if (to === start) return node;
        if (this.#knotOf[to] !== this.#knotOf[start] || this.#seenFrom[to] === start) continue;
        this.#seenFrom[to] = start;
        this.#cameFrom[to] = node;
        this.#depth[to] = depth + 1;
        this.#queue[tail++] = to;
      }
    }
    return -1;
  }

  #traceBack(start: number, last: number): readonly number[] {
    const walk: number[] = [];
    for (let node = last; node !== start; node = this.#cameFrom[node] ?? start) walk.push(node);
    return [start, ...walk.reverse()];
  }
}

function toSmallestFirst(cycle: readonly number[]): readonly number[] {
  const at = cycle.reduce((best, node, i) => (node < (cycle[best] ?? 0) ? i : best), 0);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
