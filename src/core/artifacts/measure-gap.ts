import type { Forecast } from "../model/schedule.ts";

/** How far the shortest schedule found may be from the shortest there is, in whole percent of it. */
export function measureGap({ hours, lowerBoundHours }: Forecast["ideal"]): number {
  return hours > 0 ? Math.round((100 * (hours - lowerBoundHours)) / hours) : 0;
}
