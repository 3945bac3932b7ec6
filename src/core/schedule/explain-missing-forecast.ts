import type { Plan } from "../model/plan.ts";
import type { Wave } from "../model/schedule.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** Why a plan has no forecast, as half a sentence; `undefined` where it can have one. */
export function explainMissingForecast(
  { dag }: Pick<Plan, "dag">,
  { tasks, needs, limits, capacities }: ScheduleGraph,
  waves: readonly Wave[],
): string | undefined {
  if (tasks.length === 0) return "the plan has no tasks";
  if (dag.cycles.length > 0) return "tasks wait for each other in a circle";
  const placed = new Set(waves.flatMap((wave) => wave.tasks));
  if (placed.size === tasks.length) return undefined;
  const wholes = new Map(limits.map(({ id, whole }) => [id, whole]));
  const reasons = tasks.flatMap(({ id }, at) =>
    (needs[at] ?? []).flatMap(({ resource, units }) => {
      const capacity = capacities.get(resource) ?? units;
      return units > capacity
        ? [`${id} needs ${units} of ${resource}, of ${wholes.get(resource) ?? capacity}`]
        : [];
    }),
  );
  const [first = "a resource is short"] = reasons;
  const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : "";
  const kept = tasks.length - placed.size;
  return `${kept} of ${tasks.length} tasks could never start: ${first}${more}`;
}
