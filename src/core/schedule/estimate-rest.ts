import type { HoursEstimate } from "../model/schedule.ts";
import { buildPertTable } from "./simulate/pert-table.ts";

/** What a task that is over its longest estimate still takes, of its likely hours. */
const overdue = { optimistic: 0.05, likely: 0.1, pessimistic: 0.25 };

/**
 * The hours that are left of a task after so many: its law, known to come to more than these. The likely
 * hours are such that the mean of the three points is that of the rest. A task that is past all its estimates,
 * or nearly, is taken to end soon.
 *
 * @param worked Hours, at least 0.
 */
export function estimateRest(whole: HoursEstimate, worked: number): HoursEstimate {
  const { optimistic, likely, pessimistic } = whole;
  const left = pessimistic - worked;
  if (left <= overdue.pessimistic * likely) {
    return {
      optimistic: overdue.optimistic * likely,
      likely: overdue.likely * likely,
      pessimistic: overdue.pessimistic * likely,
    };
  }
  if (worked <= optimistic) {
    return { optimistic: optimistic - worked, likely: likely - worked, pessimistic: left };
  }
  const span = pessimistic - optimistic;
  const rest = { mode: (likely - optimistic) / span, from: (worked - optimistic) / span };
  const table = buildPertTable(rest.mode, rest.from);
  const mean = (left * table.reduce((sum, share) => sum + share, 0)) / table.length;
  return { optimistic: 0, likely: Math.max(0, (6 * mean - left) / 4), pessimistic: left, rest };
}
