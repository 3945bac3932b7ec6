import type { Plan } from "../model/plan.ts";
import type { DateQuantiles, Forecast, LocalTime, Quantiles, Schedule } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { describeCost } from "./describe-cost.ts";
import { toHours } from "./to-hours.ts";

/** Tasks of the critical path that are named. */
const mostSteps = 12;

/**
 * A forecast for a terminal, line by line: the plan, every task that is left in the order in which
 * they end, what costs time, and how far from the shortest the order may be.
 */
export function renderForecastText(plan: Plan, schedule: Schedule): readonly string[] {
  const { forecast, frontier, preemptions } = schedule;
  const head = renderHead(plan);
  if (plan.tasks.length > 0 && plan.tasks.every(({ state }) => state === "done")) {
    return [head, "Nothing is left to do."];
  }
  if (forecast === undefined) return [head, `No forecast: ${schedule.whyNoForecast}.`];
  const { rolling, waves, dates } = forecast;
  return [
    head,
    "",
    ...alignColumns([
      ["", "P50", "P80", "P95", "slots in use"],
      ["rolling", ...tellEnds(rolling, dates?.rolling), toPercent(rolling.utilisation)],
      ["waves", ...tellEnds(waves, dates?.waves), toPercent(waves.utilisation)],
    ]),
    ...(dates ? [`Work begins ${toShort(dates.start)} (${dates.timeZone}).`] : []),
    "",
    ...alignColumns(listTasks(plan, schedule, forecast)),
    "",
    ...(frontier.startable.length > 0 ? [`May start now: ${frontier.startable.join(", ")}`] : []),
    ...preemptions.map(({ task, to }) => `${task} should give way to ${to}, which is more urgent`),
    tellPath(schedule),
    ...forecast.bottlenecks.map((one) => `${one.resource} ${describeCost(one)}`),
    tellModels(forecast),
    tellQuorum(schedule),
    tellIdeal(forecast),
    tellPrecision(forecast),
  ];
}

function renderHead({ id, tasks }: Plan): string {
  const count = (wanted: string) => tasks.filter(({ state }) => state === wanted).length;
  return `${id}: ${countOf(tasks.length, "task")}, ${count("done")} finished, ${count("in-progress")} under way`;
}

function listTasks(
  plan: Plan,
  { criticalPath: { slackHours } }: Schedule,
  { tasks, dates }: Forecast,
): readonly (readonly string[])[] {
  const titles = new Map(plan.tasks.map(({ id, title }) => [id, title]));
  const rows = tasks
    .map((task, at) => ({ ...task, dates: dates?.tasks[at] }))
    .filter(({ isDone }) => !isDone)
    .toSorted((a, b) => a.finish.p50Hours - b.finish.p50Hours)
    .map((task) => [
      task.id,
      task.dates ? toShort(task.dates.startP50) : toHours(task.startP50Hours),
      ...tellEnds(task.finish, task.dates?.finish),
      toPercent(task.criticality),
      toHours(slackHours[task.id] ?? 0),
      titles.get(task.id) ?? "",
    ]);
  return [["task", "begins", "P50", "P80", "P95", "the end hangs on it", "slack", ""], ...rows];
}

function tellEnds(hours: Quantiles, dates: DateQuantiles | undefined): readonly string[] {
  if (dates) return [dates.p50, dates.p80, dates.p95].map(toShort);
  return [hours.p50Hours, hours.p80Hours, hours.p95Hours].map(toHours);
}

/** The longest chain by hours, first to last. */
function tellPath({ criticalPath: { hours, tasks } }: Schedule): string {
  const named = tasks.slice(0, mostSteps).join(" → ");
  const more = tasks.length - mostSteps;
  return `Critical path, resources left out: ${toHours(hours)}, ${named}${more > 0 ? ` and ${more} more` : ""}.`;
}

/** Rolling against waves, and against one task after the other. */
function tellModels({ advantage, sequentialHours, rolling }: Forecast): string {
  const percent = Math.round(100 * advantage);
  const waves =
    percent > 0 ? `Rolling is ${percent} % shorter than waves` : "Rolling is no faster than waves";
  const saved = Math.max(0, sequentialHours - rolling.p50Hours);
  return `${waves}; side by side saves ${toHours(saved)} of ${toHours(sequentialHours)} one after the other.`;
}

function tellQuorum({ waves, barrierQuorum }: Schedule): string {
  const affected = waves.slice(0, -1).filter(({ quorum, tasks }) => quorum < tasks.length).length;
  return affected === 0
    ? `The quorum of ${barrierQuorum} changes nothing: no wave is big enough that a task could be left behind.`
    : `The quorum of ${barrierQuorum} lets ${countOf(affected, "wave")} be followed before all tasks are finished.`;
}

function tellIdeal({ ideal: { hours, lowerBoundHours } }: Forecast): string {
  const gap = Math.round((100 * (hours - lowerBoundHours)) / hours);
  const proof =
    hours <= lowerBoundHours
      ? "no order is shorter"
      : `no order is below ${toHours(lowerBoundHours)} (gap ${gap} %)`;
  return `What is left at likely hours: ${toHours(hours)}; ${proof}.`;
}

/** Standard errors of the rolling runs, and whether more runs were wanted. */
function tellPrecision({ runs, rolling: { standardErrors }, precision }: Forecast): string {
  const { meanHours, p80Hours, p95Hours } = standardErrors;
  const [mean, p80, p95] = [meanHours, p80Hours, p95Hours].map((hours) => hours.toFixed(2));
  const known = `${countOf(runs, "run")}; the mean is known to ± ${mean} h, P80 to ± ${p80} h, P95 to ± ${p95} h`;
  if (precision.isReached) return `${known}.`;
  return `${known}. Not converged: not all of that, rolling and in waves, is within ${toPercent(precision.wanted)}.`;
}

function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

function toPercent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function toShort(time: LocalTime): string {
  return time.slice(0, 16).replace("T", " ");
}
