import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arrangeGraph, type DrawingSize } from "../../../src/core/graph/arrange-graph.ts";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

const size: DrawingSize = { nodeHeight: 40, gap: 10, lane: 6, maxRows: 4 };

describe("arrangeGraph", () => {
  it("draws every edge from left to right, with bends in the columns between", () => {
    fc.assert(
      fc.property(acyclicGraph(20), ({ count, edges }) => {
        const drawing = arrangeGraph(buildGraph(count, edges), size);

        for (const { from, to, bends } of drawing.edges) {
          const ways = [drawing.places[from], ...bends, drawing.places[to]];
          const columns = ways.map((place) => place?.column ?? -1);
          expect(columns).toEqual([...new Set(columns)].toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("places every node inside of the drawing and none over another", () => {
    fc.assert(
      fc.property(acyclicGraph(20), ({ count, edges }) => {
        const { places, columns, height } = arrangeGraph(buildGraph(count, edges), size);

        for (const { column, y } of places) {
          expect(column).toBeGreaterThanOrEqual(0);
          expect(column).toBeLessThan(columns);
          expect(y).toBeGreaterThanOrEqual(size.nodeHeight / 2);
          expect(y).toBeLessThanOrEqual(height - size.nodeHeight / 2);
        }
        for (const [index, a] of places.entries()) {
          const near = places
            .slice(index + 1)
            .filter((b) => b.column === a.column && Math.abs(a.y - b.y) < size.nodeHeight);
          expect(near).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("gives a full layer several columns of the height asked for", () => {
    const { places, columns } = arrangeGraph(buildGraph(10, []), size);

    expect(columns).toBe(3);
    const heights = [0, 1, 2].map(
      (column) => places.filter((each) => each.column === column).length,
    );
    expect(heights).toEqual([4, 3, 3]);
  });

  it("stands a start next to what it leads to", () => {
    // 0 → 1 → 2 → 3, 4 → 3
    const { places } = arrangeGraph(
      buildGraph(5, [
        [0, 1],
        [1, 2],
        [2, 3],
        [4, 3],
      ]),
      size,
    );

    expect(places.map(({ column }) => column)).toEqual([0, 1, 2, 3, 2]);
  });

  it("leaves out what stands on or behind a cycle", () => {
    const { places, edges } = arrangeGraph(
      buildGraph(4, [
        [0, 1],
        [1, 2],
        [2, 1],
        [2, 3],
      ]),
      size,
    );

    expect(places.map(({ column }) => column)).toEqual([0, -1, -1, -1]);
    expect(edges).toEqual([]);
  });

  it("crosses no edges of a tree", () => {
    // 0 → 1, 2; 1 → 3, 5; 2 → 4, 6
    const { places } = arrangeGraph(
      buildGraph(7, [
        [0, 1],
        [0, 2],
        [1, 3],
        [1, 5],
        [2, 4],
        [2, 6],
      ]),
      size,
    );

    const order = [3, 4, 5, 6].toSorted((a, b) => (places[a]?.y ?? 0) - (places[b]?.y ?? 0));
    const [first = 0, second = 0] = order;
    expect(new Set([first % 2, second % 2]).size).toBe(1);
  });
});
