import { layerGraph } from "../graph/layer-graph.ts";
import { reverseGraph } from "../graph/reverse-graph.ts";
import type { Project } from "./order/project.ts";
import type { Workload } from "./simulate/workload.ts";

/** Steps of an hour: schedules are made in quarters. */
const stepsPerHour = 4;

/**
 * A workload in whole steps of time, its slots as a resource before the others.
 *
 * @param hours By task; none takes less than a step.
 */
export function toProject(
  { graph, slots, capacities, needs }: Workload,
  hours: ArrayLike<number>,
): Project {
  const count = graph.count;
  const width = capacities.length + 1;
  const withSlot = new Int32Array(count * width);
  for (let task = 0; task < count; task++) {
    withSlot[task * width] = 1;
    const from = task * capacities.length;
    withSlot.set(needs.subarray(from, from + capacities.length), task * width + 1);
  }
  return {
    successors: graph,
    predecessors: reverseGraph(graph),
    order: layerGraph(graph).order,
    durations: Int32Array.from(hours, (value) => Math.max(1, Math.round(value * stepsPerHour))),
    capacities: Int32Array.of(slots, ...capacities),
    needs: withSlot,
  };
}
