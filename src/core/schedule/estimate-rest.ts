import type { HoursEstimate } from "../model/schedule.ts";

/** What a task that is over its longest estimate still takes, of its likely hours. */
const overdue = { optimistic: 0.05, likely: 0.1, pessimistic: 0.25 };

/**
 * The hours that are left of a task after so many: each point less these, none below 0. So the rest
 * of a task that is past its likely hours is most likely short and may be long, as it is for a
 * duration known to be longer than that. A task that is past all its estimates is taken to end soon.
 *
 * @param worked Hours, at least 0.
 */
export function estimateRest(
  { optimistic, likely, pessimistic }: HoursEstimate,
  worked: number,
): HoursEstimate {
  if (worked >= pessimistic) {
    return {
      optimistic: overdue.optimistic * likely,
      likely: overdue.likely * likely,
      pessimistic: overdue.pessimistic * likely,
    };
  }
  return {
    optimistic: Math.max(0, optimistic - worked),
    likely: Math.max(0, likely - worked),
    pessimistic: pessimistic - worked,
  };
}
