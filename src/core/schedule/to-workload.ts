import type { Workload } from "./simulate/workload.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** The numbers of a plan that running it needs. A resource that the plan does not list has no limit. */
export function toWorkload({ tasks, graph, capacities }: ScheduleGraph, slots: number): Workload {
  const resources = [...capacities.keys()];
  const places = new Map(resources.map((id, place) => [id, place]));
  const needs = new Int32Array(tasks.length * resources.length);
  for (const [at, task] of tasks.entries()) {
    for (const { resource, units } of task.needs) {
      const place = places.get(resource);
      if (place === undefined) continue;
      const cell = at * resources.length + place;
      needs[cell] = (needs[cell] ?? 0) + units;
    }
  }
  return { graph, slots, capacities: Int32Array.from(capacities.values()), needs };
}
