import type { Forecast } from "../../model/schedule.ts";
import { roundHours } from "../round-hours.ts";

/** What working side by side saves of doing one task after the other, by half of the runs. */
export function buildTimeSaved({
  sequentialHours,
  rolling,
}: Pick<Forecast, "sequentialHours" | "rolling">) {
  const saved = Math.max(0, sequentialHours - rolling.p50Hours);
  return {
    sequential_hours: roundHours(sequentialHours),
    parallel_hours: roundHours(rolling.p50Hours),
    saved_hours: roundHours(saved),
    saved_percent: sequentialHours > 0 ? Math.round((100 * saved) / sequentialHours) : 0,
  };
}
