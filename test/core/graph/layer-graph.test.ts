import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("layerGraph", () => {
  it("puts each node after the last of its predecessors", () => {
    //  0 -> 1 -> 3
    //  2 ------> 3,  4 alone
    expect(
      listLayers(5, [
        [0, 1],
        [1, 3],
        [2, 3],
      ]),
    ).toEqual([[0, 2, 4], [1], [3]]);
  });

  it("leaves out what is on a cycle or behind one", () => {
    const edges: readonly Edge[] = [
      [1, 2],
      [2, 1],
      [2, 3],
    ];

    expect(listLayers(4, edges)).toEqual([[0]]);
    expect([...layerGraph(buildGraph(4, edges)).layerOf]).toEqual([0, -1, -1, -1]);
  });

  it("puts no node later than right after one of its predecessors", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        const { layerOf } = layerGraph(buildGraph(count, edges));

        for (const [node, layer] of layerOf.entries()) {
          const before = edges.filter(([, to]) => to === node).map(([from]) => layerOf[from] ?? 0);
          expect(layer).toBe(Math.max(-1, ...before) + 1);
        }
      }),
    );
  });
});

function listLayers(count: number, edges: readonly Edge[]): readonly (readonly number[])[] {
  const { order, starts } = layerGraph(buildGraph(count, edges));
  return [...starts.slice(1)].map((end, index) => [...order.subarray(starts[index], end)]);
}
