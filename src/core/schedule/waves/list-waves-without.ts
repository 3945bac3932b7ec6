import type { ResourceId } from "../../model/ids.ts";
import type { Plan } from "../../model/plan.ts";
import type { Wave } from "../../model/schedule.ts";
import type { ScheduleGraph } from "../to-schedule-graph.ts";
import { buildWaves } from "./build-waves.ts";
import type { WaveOptions } from "./wave-options.ts";

/** For each resource that tasks contend for, the waves there would be without it. */
export function listWavesWithout(
  { conflicts }: Pick<Plan, "conflicts">,
  graph: ScheduleGraph,
  options: WaveOptions,
): ReadonlyMap<ResourceId, readonly Wave[]> {
  return new Map(
    conflicts.map(({ resource }) => {
      const limits = graph.limits.filter(({ id }) => id !== resource);
      const capacities = new Map(graph.capacities);
      capacities.delete(resource);
      return [resource, buildWaves({ ...graph, limits, capacities }, options)];
    }),
  );
}
