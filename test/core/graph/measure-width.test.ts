import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import { closeTransitively } from "../../../src/core/graph/close-transitively.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { measureWidth } from "../../../src/core/graph/measure-width.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("measureWidth", () => {
  it("sees tasks side by side that stand in different layers", () => {
    //  0 -> 1 -> 2 -> 5,  3 alone,  4 -> 5: no layer has more than three
    const edges: readonly Edge[] = [
      [0, 1],
      [1, 2],
      [2, 5],
      [4, 5],
      [0, 6],
      [0, 7],
    ];

    expect(measure(8, edges)).toEqual({ width: 5, method: "dilworth_matching" });
  });

  it("tells when it only looked at layers", () => {
    expect(measure(1001, [[0, 1]])).toEqual({ width: 1000, method: "kahn_layer_max" });
  });

  it("is the size of the biggest set of nodes that do not reach each other", () => {
    fc.assert(
      fc.property(acyclicGraph(10), ({ count, edges }) => {
        expect(measure(count, edges).width).toBe(findBiggestSet(count, edges));
      }),
    );
  });
});

function measure(count: number, edges: readonly Edge[]) {
  const graph = buildGraph(count, edges);
  return measureWidth(graph, layerGraph(graph));
}

/** By trying all sets. */
function findBiggestSet(count: number, edges: readonly Edge[]): number {
  const graph = buildGraph(count, edges);
  const { rows } = closeTransitively(graph, layerGraph(graph).order);
  let best = 0;
  for (let set = 0; set < 1 << count; set++) {
    const members = [...Array(count).keys()].filter((node) => (set >> node) & 1);
    if (members.every((node) => ((rows[node] ?? 0) & set) === 0)) {
      best = Math.max(best, members.length);
    }
  }
  return best;
}
