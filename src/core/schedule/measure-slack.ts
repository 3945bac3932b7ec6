import { findCriticalPath } from "../graph/find-critical-path.ts";
import type { TaskId } from "../model/ids.ts";
import type { Schedule } from "../model/schedule.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** Less is the noise of adding hours. */
const noise = 1e-6;

/**
 * The longest chain of what is left by hours, and how long each task could be put off before that
 * chain got longer. Only precedence counts: who waits for a resource may have less room.
 *
 * @param order A topological order of places.
 * @param hours Likely, by place, of what is left of each task; 0 for finished ones.
 */
export function measureSlack(
  { tasks, graph }: Pick<ScheduleGraph, "tasks" | "graph">,
  order: Int32Array,
  hours: readonly number[],
): Schedule["criticalPath"] {
  const { length, path, heads, tails } = findCriticalPath(graph, order, hours);
  const slackHours: Record<TaskId, number> = {};
  for (const [place, { id, state }] of tasks.entries()) {
    const slack = length - (heads[place] ?? 0) - (tails[place] ?? 0);
    if (state !== "done") slackHours[id] = slack > noise ? slack : 0;
  }
  const left = path.flatMap((place) => tasks[place] ?? []).filter(({ state }) => state !== "done");
  return { hours: length, tasks: left.map(({ id }) => id), slackHours };
}
