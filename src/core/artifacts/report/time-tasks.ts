import { findCriticalPath } from "../../graph/find-critical-path.ts";
import type { Graph } from "../../graph/graph.ts";
import { layerGraph } from "../../graph/layer-graph.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";

/** When a task runs, in hours from now. */
export interface TaskTime {
  readonly start: number;
  readonly finish: number;
  readonly latest: number;
  readonly isCritical: boolean;
  readonly dates: string;
}

/** Of a task that states no duration. */
const unstatedHours = 4;
/** From this share of the runs on a task is called critical. */
const leastCriticality = 0.5;

/**
 * When each task runs, by its place: as the plan's own forecast says, else as early as its
 * dependencies let it with the stated durations.
 */
export function timeTasks({ tasks, waves }: ArtifactSet, graph: Graph): readonly TaskTime[] {
  const forecasts = waves.execution_models.rolling_frontier?.task_forecasts;
  if (forecasts !== undefined) {
    const byTask = new Map(forecasts.map((forecast) => [forecast.task, forecast]));
    return tasks.tasks.map(({ id }) => {
      const found = byTask.get(id);
      const start = found?.start_p50_hours ?? 0;
      const finish = found?.finish.p50_hours ?? start;
      const latest = found?.finish.p95_hours ?? finish;
      const days = [found?.start_p50_date, found?.finish.p50_date];
      const dates = days.every((day) => day !== undefined) ? days.join(" to ") : "";
      const isCritical = (found?.criticality ?? 0) >= leastCriticality;
      return { start, finish, latest, isCritical, dates };
    });
  }
  const hours = tasks.tasks.map(({ duration }) => duration?.mostLikely ?? unstatedHours);
  const { heads, path } = findCriticalPath(graph, layerGraph(graph).order, hours);
  const critical = new Set(path);
  return hours.map((own, place) => {
    const start = heads[place] ?? 0;
    const finish = start + own;
    return { start, finish, latest: finish, isCritical: critical.has(place), dates: "" };
  });
}
