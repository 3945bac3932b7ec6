import type { Graph } from "./graph.ts";

/**
 * By edge, 1 if the transitive reduction keeps it, else 0; `undefined` if that
 * would take more than so many node visits.
 *
 * From the last node to the first, each walks only along edges already known
 * to be kept, and no further than its own furthest successor.
 *
 * @param graph All of its edges lead from smaller nodes to bigger ones.
 */
export function reduceByWalks(
  { count, starts, targets }: Graph,
  maxVisits: number,
): Uint8Array | undefined {
  const kept = new Uint8Array(targets.length).fill(1);
  /** Kept successors stand at the front of each row of this copy. */
  const rows = targets.slice();
  const rowEnds = new Int32Array(count);
  const seenFrom = new Int32Array(count).fill(-1);
  const stack = new Int32Array(count);
  let visits = 0;

  for (let node = count - 1; node >= 0 && visits <= maxVisits; node--) {
    const start = starts[node] ?? 0;
    const end = starts[node + 1] ?? 0;
    const limit = targets[end - 1] ?? 0;
    let rowEnd = start;
    for (let i = start; i < end; i++) {
      const to = targets[i] ?? 0;
      if (seenFrom[to] === node) {
        kept[i] = 0;
        continue;
      }
      rows[rowEnd++] = to;
      if (i < end - 1) markReached(to, node, limit);
    }
    rowEnds[node] = rowEnd;
  }
  return visits <= maxVisits ? kept : undefined;

  function markReached(from: number, node: number, limit: number): void {
    let depth = 0;
    stack[depth++] = from;
    while (depth > 0) {
      const at = stack[--depth] ?? 0;
      const end = rowEnds[at] ?? 0;
      for (let i = starts[at] ?? 0; i < end; i++) {
        const to = rows[i] ?? 0;
        if (to > limit) break;
        visits++;
        if (seenFrom[to] === node) continue;
        seenFrom[to] = node;
        stack[depth++] = to;
      }
    }
  }
}
