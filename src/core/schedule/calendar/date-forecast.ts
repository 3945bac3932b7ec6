import type { Calendar } from "../../model/config.ts";
import type { DateQuantiles, PlanDates, Quantiles, Timing } from "../../model/schedule.ts";
import { WorkClock } from "./work-clock.ts";

/** What a forecast says in hours. */
export interface HoursForecast {
  readonly rolling: Quantiles;
  readonly waves: Quantiles;
  readonly perWave: readonly Timing[];
  readonly tasks: readonly Timing[];
}

/**
 * A forecast's hours as dates, counted from the start of the calendar: what is left to do begins
 * then. `undefined` without a start, and where no work can begin within a hundred years; what lies
 * further away has no date.
 */
export function dateForecast(
  { rolling, waves, perWave, tasks }: HoursForecast,
  calendar: Calendar | undefined,
): PlanDates | undefined {
  if (calendar?.start === undefined) return undefined;
  const clock = new WorkClock(calendar, calendar.start);
  const start = clock.startAfter(0);
  if (start === undefined) return undefined;
  return {
    timeZone: calendar.timeZone,
    start,
    rolling: toDates(rolling),
    waves: toDates(waves),
    perWave: perWave.map(toTiming),
    tasks: tasks.map(toTiming),
  };

  function toDates({ p50Hours, p80Hours, p95Hours }: Quantiles): DateQuantiles | undefined {
    const [p50, p80, p95] = [p50Hours, p80Hours, p95Hours].map((hours) => clock.finishAfter(hours));
    return p50 && p80 && p95 ? { p50, p80, p95 } : undefined;
  }

  /** What is finished already has no dates. */
  function toTiming({ isDone, startP50Hours, finish }: Timing) {
    if (isDone) return undefined;
    const [begins, ends] = [clock.startAfter(startP50Hours), toDates(finish)];
    return begins && ends ? { startP50: begins, finish: ends } : undefined;
  }
}
