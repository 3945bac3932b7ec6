import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { topologicalOrder } from "../../../src/core/graph/topological-order.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("topologicalOrder", () => {
  it("puts each node after its predecessors, the smallest first", () => {
    //  3 -> 0,  2 -> 0,  1 alone
    expect(
      order(4, [
        [3, 0],
        [2, 0],
      ]),
    ).toEqual([1, 2, 3, 0]);
  });

  it("gives none where there is a cycle", () => {
    const graph = buildGraph(2, [
      [0, 1],
      [1, 0],
    ]);

    expect(topologicalOrder(graph)).toBeUndefined();
  });

  it("keeps its promise for any graph without cycles", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        const nodes = order(count, edges);

        expect(nodes.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
        for (const [from, to] of edges) expect(nodes.indexOf(from)).toBeLessThan(nodes.indexOf(to));
      }),
    );
  });
});

function order(count: number, edges: readonly Edge[]): readonly number[] {
  return [...(topologicalOrder(buildGraph(count, edges)) ?? [])];
}
