import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { topologicalOrder } from "../../../src/core/graph/topological-order.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("topologicalOrder", () => {
  it("puts each node after its predecessors, the smallest first", () => {
    //  3 -> 0,  2 -> 0,  1 alone
    expect(
      topologicalOrder(4, [
        [3, 0],
        [2, 0],
      ]),
    ).toEqual([1, 2, 3, 0]);
  });

  it("gives none where there is a cycle", () => {
    expect(
      topologicalOrder(2, [
        [0, 1],
        [1, 0],
      ]),
    ).toBeUndefined();
  });

  it("keeps its promise for any graph without cycles", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        const order = topologicalOrder(count, edges) ?? [];

        expect(order.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
        for (const [from, to] of edges) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to));
      }),
    );
  });
});
