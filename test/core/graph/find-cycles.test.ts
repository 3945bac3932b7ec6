import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { findCycles } from "../../../src/core/graph/find-cycles.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("findCycles", () => {
  it("gives the shortest way round a knot, from its smallest node", () => {
    //  0 -> 1 -> 2 -> 3 -> 0,  2 -> 1
    expect(
      findCycles(
        buildGraph(4, [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 0],
          [2, 1],
        ]),
      ),
    ).toEqual([[1, 2]]);
  });

  it("takes a cycle that is shorter by one than the first it met", () => {
    //  0 -> 1 -> 2 -> 0,  2 -> 1
    expect(
      findCycles(
        buildGraph(3, [
          [0, 1],
          [1, 2],
          [2, 0],
          [2, 1],
        ]),
      ),
    ).toEqual([[1, 2]]);
  });

  it("gives one cycle a knot, the shortest first, and sees a node that waits for itself", () => {
    expect(
      findCycles(
        buildGraph(6, [
          [0, 1],
          [1, 2],
          [2, 0],
          [2, 3],
          [3, 4],
          [4, 3],
          [5, 5],
        ]),
      ),
    ).toEqual([[5], [3, 4], [0, 1, 2]]);
  });

  it("finds none in any graph without cycles", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        expect(findCycles(buildGraph(count, edges))).toEqual([]);
      }),
    );
  });

  it("gives walks along edges for any graph that has an edge back", () => {
    const graphs = acyclicGraph().filter(({ edges }) => edges.length > 0);
    fc.assert(
      fc.property(graphs, ({ count, edges }) => {
        const [first = [0, 0]] = edges;
        const all: readonly Edge[] = [...edges, [first[1], first[0]]];

        const cycles = findCycles(buildGraph(count, all));

        expect(cycles.length).toBeGreaterThan(0);
        expect(cycles[0]).toHaveLength(2);
        for (const cycle of cycles) {
          for (const [index, from] of cycle.entries()) {
            expect(all).toContainEqual([from, cycle[(index + 1) % cycle.length]]);
          }
        }
      }),
    );
  });
});
