import type { ResourceId, TaskId } from "../model/ids.ts";
import { type FrontierTask, LiveFrontier } from "./live-frontier.ts";

/**
 * Gives slots and units to applicants, first come first served: each takes all it needs at once or
 * waits, and those behind may pass one that waits. The rule of {@link LiveFrontier}, where nothing
 * waits for another task.
 *
 * @param free Units left by resource, below 0 where too many are taken; a resource not listed has no limit.
 * @param slots Tasks that may be added.
 * @returns Who fits, in the order given.
 */
export function fitResources(
  applicants: readonly FrontierTask[],
  free: ReadonlyMap<ResourceId, number>,
  slots: number,
): readonly TaskId[] {
  const nobody: ReadonlySet<TaskId> = new Set();
  const frontier = new LiveFrontier({
    ...{ tasks: applicants, edges: [], completed: nobody, started: nobody },
    ...{ capacities: free, maxConcurrent: slots },
  });
  const fitting: TaskId[] = [];
  for (let id = frontier.startNext(); id; id = frontier.startNext()) fitting.push(id);
  return fitting;
}
