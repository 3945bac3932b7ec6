import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import { closeTransitively } from "../../../src/core/graph/close-transitively.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { listReachable } from "../../../src/core/graph/list-reachable.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("listReachable", () => {
  it("follows paths, round cycles too", () => {
    //  0 -> 1 -> 2 -> 1,  3 -> 4
    const graph = buildGraph(5, [
      [0, 1],
      [1, 2],
      [2, 1],
      [3, 4],
    ]);

    expect(listReachable(graph, [0])).toEqual([1, 2]);
    expect(listReachable(graph, [2])).toEqual([1, 2]);
    expect(listReachable(graph, [4, 3])).toEqual([4]);
    expect(listReachable(graph, [])).toEqual([]);
  });

  it("goes on behind what is known already", () => {
    //  0 -> 1 -> 2, 4;  0 -> 2;  3 alone
    const graph = buildGraph(5, [
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 4],
    ]);

    expect(listReachable(graph, [0])).toEqual([1, 2, 4]);
  });

  it("agrees with the closure of any graph without cycles", () => {
    fc.assert(
      fc.property(acyclicGraph(), fc.uniqueArray(fc.nat(13)), ({ count, edges }, picked) => {
        const graph = buildGraph(count, edges);
        const from = picked.filter((node) => node < count);
        const { words, rows } = closeTransitively(graph, layerGraph(graph).order);
        const nodes = Array.from({ length: count }, (_, node) => node);

        const reached = listReachable(graph, from);

        expect(reached).toEqual(
          nodes.filter((to) =>
            from.some((node) => ((rows[node * words + (to >> 5)] ?? 0) >> (to & 31)) & 1),
          ),
        );
      }),
    );
  });

  it("takes a chain of 100,000 nodes", () => {
    const count = 100_000;
    const graph = buildGraph(
      count,
      Array.from({ length: count - 1 }, (_, at) => [at, at + 1] as const),
    );

    expect(listReachable(graph, [0])).toHaveLength(count - 1);
  });
});
