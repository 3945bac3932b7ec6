import { InvariantError } from "../../errors.ts";
import { findFault, type ScheduledWork } from "./find-fault.ts";

/**
 * Looks at a schedule once more, with code of its own, before anything is said of it.
 *
 * @param starts Of each activity, by activity.
 * @throws {InvariantError} if it cannot be carried out.
 */
export function requireFeasible(project: ScheduledWork, starts: ArrayLike<number>): void {
  const fault = findFault(project, starts);
  if (fault === undefined) return;
  throw new InvariantError(
    `Cannot schedule the plan: the schedule made for it is impossible, ${fault}; report this with the spec`,
  );
}
