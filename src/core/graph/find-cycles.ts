import type { Edge } from "./edge.ts";
import { strongComponents } from "./strong-components.ts";
import { toSuccessors } from "./to-successors.ts";

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
export function findCycles(count: number, edges: readonly Edge[]): readonly (readonly number[])[] {
  const successors = toSuccessors(count, edges);
  return strongComponents(count, edges)
    .map((knot) => toSmallestFirst(findShortestCycle(knot, successors)))
    .sort((a, b) => a.length - b.length || (a[0] ?? 0) - (b[0] ?? 0));
}

function findShortestCycle(
  knot: readonly number[],
  successors: readonly (readonly number[])[],
): readonly number[] {
  const inside = new Set(knot);
  let budget = visitBudget;
  let best: readonly number[] = [];
  for (const start of knot) {
    const limit = best.length === 0 ? Number.POSITIVE_INFINITY : best.length - 1;
    const cycle = searchBackTo(start, limit);
    if (cycle !== undefined) best = cycle;
    if (best.length > 0 && budget <= 0) break;
  }
  return best;

  /** The shortest walk from `start` back to it with at most `limit` nodes. */
  function searchBackTo(start: number, limit: number): readonly number[] | undefined {
    const cameFrom = new Map<number, number>();
    const queue = [{ node: start, length: 1 }];
    for (const { node, length } of queue) {
      if (length > limit) return undefined;
      for (const to of successors[node] ?? []) {
        budget--;
        if (to === start) return traceBack(node, start, cameFrom);
        if (!inside.has(to) || cameFrom.has(to)) continue;
        cameFrom.set(to, node);
        queue.push({ node: to, length: length + 1 });
      }
    }
    return undefined;
  }
}

function traceBack(
  last: number,
  start: number,
  cameFrom: ReadonlyMap<number, number>,
): readonly number[] {
  const walk: number[] = [];
  let node: number | undefined = last;
  while (node !== undefined && node !== start) {
    walk.push(node);
    node = cameFrom.get(node);
  }
  return [start, ...walk.toReversed()];
}

function toSmallestFirst(cycle: readonly number[]): readonly number[] {
  const at = cycle.reduce((best, node, i) => (node < (cycle[best] ?? 0) ? i : best), 0);
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}
