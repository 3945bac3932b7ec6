import { describe, expect, it } from "@jest/globals";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { findCycles } from "../../../src/core/graph/find-cycles.ts";
import { kahnLayers } from "../../../src/core/graph/kahn-layers.ts";
import { longestPath } from "../../../src/core/graph/longest-path.ts";
import { topologicalOrder } from "../../../src/core/graph/topological-order.ts";
import { transitiveReduction } from "../../../src/core/graph/transitive-reduction.ts";

const count = 100_000;
const chain = Array.from({ length: count - 1 }, (_, node): Edge => [node, node + 1]);

describe("a chain of 100,000 nodes", () => {
  it("overflows no algorithm", () => {
    expect(topologicalOrder(count, chain)).toHaveLength(count);
    expect(kahnLayers(count, chain)).toHaveLength(count);
    expect(longestPath(count, chain)).toHaveLength(count);
    expect(transitiveReduction(count, chain)).toHaveLength(count - 1);
    expect(findCycles(count, chain)).toEqual([]);
  });

  it("is found as one cycle when its end is tied to its start", () => {
    expect(findCycles(count, [...chain, [count - 1, 0]])[0]).toHaveLength(count);
  });
});
