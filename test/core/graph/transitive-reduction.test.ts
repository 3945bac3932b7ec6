import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { toSuccessors } from "../../../src/core/graph/to-successors.ts";
import { transitiveReduction } from "../../../src/core/graph/transitive-reduction.ts";
import { acyclicGraph } from "../../support/acyclic-graph.ts";

describe("transitiveReduction", () => {
  it("takes out an edge that a longer path makes needless", () => {
    //  0 -> 1 -> 2,  0 -> 2
    expect(
      transitiveReduction(3, [
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
      transitiveReduction(2, [
        [0, 1],
        [0, 1],
      ]),
    ).toEqual([[0, 1]]);
  });

  it("reaches what was reached before, and no edge of it can go", () => {
    fc.assert(
      fc.property(acyclicGraph(), ({ count, edges }) => {
        const reduced = transitiveReduction(count, edges);

        expect(listReachable(count, reduced)).toEqual(listReachable(count, edges));
        for (const edge of reduced) {
          const fewer = reduced.filter((other) => other !== edge);
          expect(listReachable(count, fewer)).not.toEqual(listReachable(count, edges));
        }
      }),
    );
  });
});

function listReachable(count: number, edges: readonly Edge[]): readonly (readonly number[])[] {
  const successors = toSuccessors(count, edges);
  return [...Array(count).keys()].map((node) => {
    const seen = new Set<number>();
    const stack = [...(successors[node] ?? [])];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      stack.push(...(successors[at] ?? []));
    }
    return [...seen].sort((a, b) => a - b);
  });
}
