import type { Forecast } from "../../core/model/schedule.ts";

/** How long a plan takes, in one line: rolling and in waves, and how far the shortest order found is from the shortest there can be. */
export function describeForecast({ rolling, waves, ideal, dates, tasks }: Forecast): string {
  if (tasks.every(({ isDone }) => isDone)) return "nothing is left to do";
  const ends = dates?.rolling === undefined ? "" : `, by ${dates.rolling.p80.slice(0, 10)}`;
  const runs = `half of the runs end within ${toHours(rolling.p50Hours)}, four in five within ${toHours(rolling.p80Hours)}${ends}; in waves ${toHours(waves.p50Hours)} and ${toHours(waves.p80Hours)}`;
  const { hours, lowerBoundHours } = ideal;
  const gap = hours > 0 ? Math.round((100 * (hours - lowerBoundHours)) / hours) : 0;
  const proof =
    hours <= lowerBoundHours
      ? "no order is shorter"
      : `no order is below ${toHours(lowerBoundHours)} (gap ${gap} %)`;
  return `${runs}; at likely hours ${toHours(hours)}, ${proof}`;
}

function toHours(hours: number): string {
  return `${Math.round(10 * hours) / 10} h`;
}
