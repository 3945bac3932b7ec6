import { describe, expect, it } from "@jest/globals";
import { buildGraph } from "../../../src/core/graph/build-graph.ts";
import type { Edge } from "../../../src/core/graph/edge.ts";
import { findCriticalPath } from "../../../src/core/graph/find-critical-path.ts";
import { findCycles } from "../../../src/core/graph/find-cycles.ts";
import { layerGraph } from "../../../src/core/graph/layer-graph.ts";
import { measureWidth } from "../../../src/core/graph/measure-width.ts";
import { topologicalOrder } from "../../../src/core/graph/topological-order.ts";
import { transitiveReduction } from "../../../src/core/graph/transitive-reduction.ts";

const count = 100_000;
const chain = Array.from({ length: count - 1 }, (_, node): Edge => [node, node + 1]);

describe("a chain of 100,000 nodes", () => {
  it("overflows no algorithm", () => {
    const graph = buildGraph(count, chain);
    const layers = layerGraph(graph);
    const ones = new Float64Array(count).fill(1);

    expect(topologicalOrder(graph)).toHaveLength(count);
    expect(layers.starts).toHaveLength(count + 1);
    expect(findCriticalPath(graph, layers.order, ones).path).toHaveLength(count);
    expect(measureWidth(graph, layers).width).toBe(1);
    expect(transitiveReduction(graph).targets).toHaveLength(count - 1);
    expect(findCycles(graph)).toEqual([]);
  });

  it("is found as one cycle when its end is tied to its start", () => {
    expect(findCycles(buildGraph(count, [...chain, [count - 1, 0]]))[0]).toHaveLength(count);
  });
});
