import fc from "fast-check";
import { buildGraph } from "../../src/core/graph/build-graph.ts";
import type { Edge } from "../../src/core/graph/edge.ts";
import { layerGraph } from "../../src/core/graph/layer-graph.ts";
import { reverseGraph } from "../../src/core/graph/reverse-graph.ts";
import type { Project } from "../../src/core/schedule/order/project.ts";
import { acyclicGraph } from "./acyclic-graph.ts";

/** A project out of lists; `needs` by activity. */
export function aProject(
  edges: readonly Edge[],
  durations: readonly number[],
  capacities: readonly number[] = [],
  needs: readonly (readonly number[])[] = [],
): Project {
  const successors = buildGraph(durations.length, edges);
  return {
    successors,
    predecessors: reverseGraph(successors),
    order: layerGraph(successors).order,
    durations: Int32Array.from(durations),
    capacities: Int32Array.from(capacities),
    needs: Int32Array.from(needs.flat()),
  };
}

/** Any project of up to that many activities; capacities of up to `maxUnits`. */
export function anyProject(maxActivities = 9, maxResources = 6, maxUnits = 40_000) {
  return fc
    .record({
      graph: acyclicGraph(maxActivities),
      capacities: fc.array(fc.integer({ min: 1, max: maxUnits }), { maxLength: maxResources }),
    })
    .chain(({ graph, capacities }) =>
      fc
        .array(
          fc.record({
            steps: fc.nat(5),
            needs: fc.tuple(...capacities.map((units) => fc.nat(units))),
          }),
          { minLength: graph.count, maxLength: graph.count },
        )
        .map((activities) =>
          aProject(
            graph.edges,
            activities.map(({ steps }) => steps),
            capacities,
            activities.map(({ needs }) => needs),
          ),
        ),
    );
}
