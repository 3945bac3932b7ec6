import fc from "fast-check";
import { buildGraph } from "../../src/core/graph/build-graph.ts";
import type { Edge } from "../../src/core/graph/edge.ts";
import type { Workload } from "../../src/core/schedule/simulate/workload.ts";
import { acyclicGraph } from "./acyclic-graph.ts";

/** A workload out of lists; `needs` by task. */
export function aWorkload(
  edges: readonly Edge[],
  needs: readonly (readonly number[])[],
  { slots = 10, capacities = [] }: { slots?: number; capacities?: readonly number[] } = {},
): Workload {
  return {
    graph: buildGraph(needs.length, edges),
    slots,
    capacities: Int32Array.from(capacities),
    needs: Int32Array.from(needs.flat()),
  };
}

/** Any workload of up to that many tasks, with hours for each. */
export function anyWorkload(maxTasks = 10) {
  return fc
    .record({
      graph: acyclicGraph(maxTasks),
      capacities: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
      slots: fc.integer({ min: 1, max: 5 }),
    })
    .chain(({ graph, capacities, slots }) =>
      fc
        .array(
          fc.record({
            hours: fc.integer({ min: 1, max: 8 }),
            needs: fc.tuple(...capacities.map((units) => fc.nat(units))),
          }),
          { minLength: graph.count, maxLength: graph.count },
        )
        .map((tasks) => ({
          edges: graph.edges,
          needs: tasks.map(({ needs }) => needs),
          hours: tasks.map(({ hours }) => hours),
          workload: aWorkload(
            graph.edges,
            tasks.map(({ needs }) => needs),
            { slots, capacities },
          ),
        })),
    );
}
