import { layerGraph } from "../graph/layer-graph.ts";
import { reverseGraph } from "../graph/reverse-graph.ts";
import type { Forecast } from "../model/schedule.ts";
import { searchSchedule } from "./order/search-schedule.ts";
import type { Workload } from "./simulate/workload.ts";

/** Steps of an hour: schedules are made in quarters. */
const stepsPerHour = 4;

/** Steps of activities that one search may place: fewer schedules for bigger plans. */
const maxPlaced = 150_000;
const mostSchedules = 1000;

/** Above so many tasks no search is worth its time. */
const maxTasks = 3000;

/**
 * The shortest makespan found if every task took its likely hours, with a
 * bound below which none can come. `undefined` for plans too big to search.
 */
export function findIdealHours(
  { graph, slots, capacities, needs }: Workload,
  hours: readonly number[],
): Forecast["ideal"] {
  const count = hours.length;
  if (count > maxTasks) return undefined;
  const width = capacities.length + 1;
  const withSlot = new Int32Array(count * width);
  for (let task = 0; task < count; task++) {
    withSlot[task * width] = 1;
    const from = task * capacities.length;
    withSlot.set(needs.subarray(from, from + capacities.length), task * width + 1);
  }
  const project = {
    successors: graph,
    predecessors: reverseGraph(graph),
    order: layerGraph(graph).order,
    durations: Int32Array.from(hours, (value) => Math.max(1, Math.round(value * stepsPerHour))),
    capacities: Int32Array.of(slots, ...capacities),
    needs: withSlot,
  };
  const budget = Math.min(mostSchedules, Math.max(1, Math.floor(maxPlaced / count)));
  const { makespan, lowerBound, schedules } = searchSchedule(project, { budget, seed: 3 });
  return {
    hours: makespan / stepsPerHour,
    lowerBoundHours: lowerBound / stepsPerHour,
    schedules,
  };
}
