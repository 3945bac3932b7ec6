import type { Forecast } from "../model/schedule.ts";
import { requireFeasible } from "./order/require-feasible.ts";
import { searchSchedule } from "./order/search-schedule.ts";
import type { Workload } from "./simulate/workload.ts";
import { stepsPerHour, toProject } from "./to-project.ts";

/** Steps of activities that one search may place: fewer schedules for bigger plans. */
const maxPlaced = 150_000;
const mostSchedules = 1000;

/** Above so many tasks no search is worth its time. */
const maxTasks = 3000;

/**
 * The shortest makespan found if every task took its likely hours, with a
 * bound below which none can come. `undefined` for plans too big to search.
 *
 * It is a measure of the plan, not how the plan is run: the order found here is best for exactly these
 * hours and would do worse once they vary. What is run follows the order of `orderTasks`.
 *
 * @throws {InvariantError} if the schedule found cannot be carried out.
 */
export function findIdealHours(workload: Workload, hours: readonly number[]): Forecast["ideal"] {
  const count = hours.length;
  if (count > maxTasks) return undefined;
  const project = toProject(workload, hours);
  const budget = Math.min(mostSchedules, Math.max(1, Math.floor(maxPlaced / count)));
  const { starts, makespan, lowerBound, schedules } = searchSchedule(project, { budget, seed: 3 });
  requireFeasible(project, starts);
  return {
    hours: makespan / stepsPerHour,
    lowerBoundHours: lowerBound / stepsPerHour,
    schedules,
  };
}
