import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { findCriticalPath } from "../../../src/core/graph/find-critical-path.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("findCriticalPath", () => {
  it("gives the heaviest path, and where the others stand", () => {
    //  0 -> 1 -> 3
    //  2 ------> 3,  4 alone
    const edges: readonly Edge[] = [
      [0, 1],
      [1, 3],
      [2, 3],
    ];

    const { length, path, heads, tails } = find(5, edges, [1, 2, 4, 1, 2]);

    expect({ length, path }).toEqual({ length: 5, path: [2, 3] });
    expect([...heads]).toEqual([0, 1, 0, 4, 0]);
    expect([...tails]).toEqual([4, 3, 5, 1, 2]);
  });

  it("takes the smallest nodes of several paths as heavy", () => {
    const edges: readonly Edge[] = [
      [1, 3],
      [0, 2],
    ];

    expect(find(4, edges, [1, 1, 1, 1]).path).toEqual([0, 2]);
  });

  it("is empty without nodes", () => {
    expect(find(0, [], [])).toMatchObject({ length: 0, path: [] });
  });

  it("weighs as much as its nodes, and no node has less room than none", () => {
    const weighted = acyclicGraph().chain(({ count, edges }) =>
      fc
        .array(fc.nat(9), { minLength: count, maxLength: count })
        .map((weights) => ({ count, edges, weights })),
    );
    fc.assert(
      fc.property(weighted, ({ count, edges, weights }) => {
        const { length, path, heads, tails } = find(count, edges, weights);

        expect(path.reduce((sum, node) => sum + (weights[node] ?? 0), 0)).toBe(length);
        for (const [index, node] of path.slice(1).entries()) {
          expect(edges).toContainEqual([path[index], node]);
        }
        for (const [node, head] of heads.entries()) {
          expect(head + (tails[node] ?? 0)).toBeLessThanOrEqual(length);
        }
        for (const [from, to] of edges) {
          expect(heads[to]).toBeGreaterThanOrEqual((heads[from] ?? 0) + (weights[from] ?? 0));
        }
      }),
    );
  });
});

function find(count: number, edges: readonly Edge[], weights: readonly number[]) {
  const graph = buildGraph(count, edges);
  return findCriticalPath(graph, layerGraph(graph).order, weights);
}
