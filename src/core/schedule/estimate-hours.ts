import type { Task } from "../model/plan.ts";
import type { HoursEstimate } from "../model/schedule.ts";

/** Of a task whose spec names no hours. */
const unstated: HoursEstimate = { optimistic: 2, likely: 4, pessimistic: 8 };

/** How far real hours stray from one stated figure: 4 to 10 for a stated 6. */
const spread = { optimistic: 2 / 3, pessimistic: 5 / 3 };

/** Hours that a task takes, as three points: a stated range as it is, one figure with the usual spread, wide where nothing is stated. A stated 0 is a milestone and takes no time. */
export function estimateHours({ effort }: Pick<Task, "effort">): HoursEstimate {
  if (effort === undefined) return unstated;
  const { hours, minHours, maxHours } = effort;
  if (minHours < maxHours) return { optimistic: minHours, likely: hours, pessimistic: maxHours };
  return {
    optimistic: hours * spread.optimistic,
    likely: hours,
    pessimistic: hours * spread.pessimistic,
  };
}

/** Mean of the beta-PERT law. */
export function toExpected({ optimistic, likely, pessimistic }: HoursEstimate): number {
  return (optimistic + 4 * likely + pessimistic) / 6;
}
