import type { TaskId } from "../model/ids.ts";
import type { Task } from "../model/plan.ts";
import type { HoursEstimate } from "../model/schedule.ts";
import { estimateHours } from "./estimate-hours.ts";
import { estimateRest } from "./estimate-rest.ts";

/**
 * Hours that an unfinished task still takes, as three points.
 *
 * @param worked Hours already worked on tasks under way.
 */
export function estimateLeft(task: Task, worked: ReadonlyMap<TaskId, number>): HoursEstimate {
  const estimate = estimateHours(task);
  const hours = worked.get(task.id) ?? 0;
  return hours > 0 ? estimateRest(estimate, hours) : estimate;
}
