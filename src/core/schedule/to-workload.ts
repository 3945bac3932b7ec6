import type { Workload } from "./simulate/workload.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** People are counted together, so there may be more than the settings allow of one thing. */
const most = 2 ** 31 - 1;

/** The numbers of a plan that running it needs. */
export function toWorkload(
  { graph, capacities, needs: asked }: Pick<ScheduleGraph, "graph" | "capacities" | "needs">,
  slots: number,
): Workload {
  const resources = [...capacities.keys()];
  const places = new Map(resources.map((id, place) => [id, place]));
  const needs = new Int32Array(graph.count * resources.length);
  for (const [at, list] of asked.entries()) {
    for (const { resource, units } of list) {
      const place = places.get(resource);
      if (place === undefined) continue;
      const cell = at * resources.length + place;
      needs[cell] = (needs[cell] ?? 0) + units;
    }
  }
  const units = Int32Array.from(capacities.values(), (count) => Math.min(most, count));
  return { graph, slots, capacities: units, needs };
}
