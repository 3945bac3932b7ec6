import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import { closeTransitively } from "../../../src/core/graph/close-transitively.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { listEdges } from "../../../src/core/graph/list-edges.ts";
import { reduceByBits } from "../../../src/core/graph/reduce-by-bits.ts";
import { reduceByWalks } from "../../../src/core/graph/reduce-by-walks.ts";
import { transitiveReduction } from "../../../src/core/graph/transitive-reduction.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("transitiveReduction", () => {
  it("takes out an edge that a longer path makes needless", () => {
    //  0 -> 1 -> 2,  0 -> 2
    expect(
      reduce(3, [
        [0, 2],
        [0, 1],
        [1, 2],
      ]),
    ).toEqual([
      [0, 1],
      [1, 2],
    ]);
  });

  it("names an edge given twice once", () => {
    expect(
      reduce(2, [
        [0, 1],
        [0, 1],
      ]),
    ).toEqual([[0, 1]]);
  });

  it("is empty where there is a cycle", () => {
    expect(
      reduce(3, [
        [0, 1],
        [1, 0],
        [1, 2],
      ]),
    ).toEqual([]);
  });

  it("reaches what was reached before, and no edge of it can go", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        const reduced = reduce(count, edges);

        expect(listReached(count, reduced)).toEqual(listReached(count, edges));
        for (const edge of reduced) {
          const fewer = reduced.filter((other) => other !== edge);
          expect(listReached(count, fewer)).not.toEqual(listReached(count, edges));
        }
      }),
    );
  });

  it("is the same by walks and by bits, also when the bits need several blocks", () => {
    //  With 30,000 nodes a block holds but 4,256 targets.
    const count = 30_000;
    const steps = [1, 2, 7, 500, 9000, 20_000];
    const edges = Array.from({ length: count }, (_, from) =>
      steps.map((step): Edge => [from, from + step]).filter(([, to]) => to < count && from % 3 > 0),
    ).flat();
    const graph = buildGraph(count, edges);

    const byBits = reduceByBits(graph);

    expect(Buffer.from(byBits).equals(reduceByWalks(graph, 1e9) ?? byBits.subarray(1))).toBe(true);
    expect(byBits.filter((flag) => flag === 0).length).toBeGreaterThan(1000);
    expect(reduceByWalks(graph, 10)).toBeUndefined();
  });
});

function reduce(count: number, edges: readonly Edge[]): readonly Edge[] {
  return listEdges(transitiveReduction(buildGraph(count, edges)));
}

function listReached(count: number, edges: readonly Edge[]): readonly number[] {
  const graph = buildGraph(count, edges);
  return [...closeTransitively(graph, layerGraph(graph).order).rows];
}
