import fc from "fast-check";
import type { Edge } from "../../src/core/graph/edge.ts";

/** A graph without cycles: a count of nodes, and edges that lead from smaller nodes to bigger ones. */
export interface AcyclicGraph {
  readonly count: number;
  readonly edges: readonly Edge[];
}

/** Any graph without cycles of up to that many nodes. */
export function acyclicGraph(maxNodes = 14): fc.Arbitrary<AcyclicGraph> {
  return fc.integer({ min: 0, max: maxNodes }).chain((count) => {
    const node = fc.nat(Math.max(0, count - 1));
    const edge = fc.tuple(node, node).map(([a, b]): Edge => [Math.min(a, b), Math.max(a, b)]);
    return fc
      .array(edge, { maxLength: 3 * maxNodes })
      .map((edges) => ({ count, edges: edges.filter(([from, to]) => from !== to) }));
  });
}
