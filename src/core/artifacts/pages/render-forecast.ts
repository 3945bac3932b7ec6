import type { Plan } from "../../model/plan.ts";
import type { DateQuantiles, Forecast, Quantiles, Schedule } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { listAdvantages } from "../list-advantages.ts";
import { measureGap } from "../measure-gap.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";
import { toShortDate } from "./to-short-date.ts";

/** Most tasks and groups that are named. */
const maxNamed = 10;

/** The section on time: how long it takes, what that hangs on, and what would shorten it. */
export function renderForecast({ plan, schedule }: ArtifactInput): readonly string[] {
  const { forecast } = schedule;
  if (forecast === undefined) return ["## Forecast", "", `None: ${schedule.whyNoForecast}.`];
  if (plan.tasks.every(({ state }) => state === "done")) {
    return ["## Forecast", "", "All tasks are finished; nothing is left to do."];
  }
  const { rolling, waves } = forecast;
  const unstated = plan.tasks.filter(({ effort }) => effort === undefined).length;
  return [
    "## Forecast",
    "",
    "Hours of work from where the boxes stand; half, four in five and nineteen in twenty of the simulated runs took no longer.",
    "",
    ...renderTable(
      ["way of running", "P50", "P80", "P95", "slots in use"],
      [toRow("rolling frontier", rolling), toRow("waves", waves)],
      "waves.json",
    ),
    "",
    ...renderDates(forecast),
    ...tellAdvantage(forecast),
    tellQuorum(schedule),
    tellIdeal(forecast),
    ...tellSaving(forecast),
    tellPrecision(forecast),
    ...(unstated > 0
      ? [`${countOf(unstated, "task")} of ${plan.tasks.length} state no hours; 2 to 8 are assumed.`]
      : []),
    ...renderCritical(schedule, forecast, plan),
    ...renderGroups(schedule, plan),
  ];
}

function toRow(name: string, forecast: Quantiles & { readonly utilisation: number }) {
  const { p50Hours, p80Hours, p95Hours, utilisation } = forecast;
  const hours = [p50Hours, p80Hours, p95Hours].map((value) => `${roundHours(value)} h`);
  return [name, ...hours, `${Math.round(100 * utilisation)} %`];
}

/** The same as dates, where the settings have a calendar with a start. */
function renderDates({ dates }: Forecast): readonly string[] {
  if (dates === undefined) return [];
  const toDates = (name: string, far: DateQuantiles | undefined) => [
    name,
    ...[far?.p50, far?.p80, far?.p95].map((date) => (date === undefined ? "–" : toShortDate(date))),
  ];
  return [
    `By the calendar, with work from ${toShortDate(dates.start)} (${dates.timeZone}) on:`,
    "",
    ...renderTable(
      ["way of running", "P50", "P80", "P95"],
      [toDates("rolling frontier", dates.rolling), toDates("waves", dates.waves)],
      "waves.json",
    ),
    "",
  ];
}

function tellAdvantage(forecast: Forecast): readonly string[] {
  const advantages = listAdvantages(forecast);
  const slower = `It took longer in ${forecast.slowerRuns} of ${countOf(forecast.runs, "run")}.`;
  return advantages.length === 0
    ? [`On this plan a rolling frontier is no faster than waves. ${slower}`]
    : [`Rolling against waves, measured on this plan: ${advantages.join("; ")}. ${slower}`];
}

function tellQuorum({ waves, barrierQuorum }: Schedule): string {
  const affected = waves.slice(0, -1).filter(({ quorum, tasks }) => quorum < tasks.length).length;
  return affected === 0
    ? `The quorum of ${barrierQuorum} changes nothing here: no wave is big enough that a task could be left behind.`
    : `The quorum of ${barrierQuorum} lets ${countOf(affected, "wave")} be followed before all tasks are finished.`;
}

function tellIdeal({ ideal }: Forecast): string {
  const { hours, lowerBoundHours } = ideal;
  const proof =
    hours <= lowerBoundHours
      ? "no order is shorter"
      : `no order can be below ${roundHours(lowerBoundHours)} h (a gap of ${measureGap(ideal)} %)`;
  return `If every task that is left took its likely hours: ${roundHours(hours)} h; ${proof}.`;
}

function tellSaving({ sequentialHours, rolling }: Forecast): readonly string[] {
  const saved = roundHours(sequentialHours - rolling.p50Hours);
  const percent = Math.round((100 * saved) / sequentialHours);
  if (saved <= 0) return [];
  return [
    `One task after the other, half of the runs end within ${roundHours(sequentialHours)} h; side by side saves ${saved} h of that (${percent} %).`,
  ];
}

/** How far the figures may be off because they come from so many runs and no more. */
function tellPrecision({ runs, rolling, waves, precision }: Forecast): string {
  const tell = (name: string, { standardErrors }: Forecast["rolling"]) => {
    const { meanHours, p80Hours, p95Hours } = standardErrors;
    const [mean, p80, p95] = [meanHours, p80Hours, p95Hours].map((hours) => hours.toFixed(2));
    return `${name} mean ± ${mean} h, P80 ± ${p80} h, P95 ± ${p95} h`;
  };
  const percent = Math.round(100 * precision.wanted);
  const verdict = precision.isReached
    ? `all within ${percent} %, so the runs stopped`
    : `not converged: not all of these are within ${percent} %, and a plan of this size gets no more runs`;
  return `${countOf(runs, "run")} with random durations; standard errors: ${tell("rolling", rolling)}; ${tell("waves", waves)}; ${verdict}.`;
}

function renderCritical(
  { criticalPath: { slackHours } }: Schedule,
  { tasks, dates }: Forecast,
  plan: Plan,
): readonly string[] {
  const { toName } = nameTasks(plan.tasks);
  const rows = tasks
    .map((task, at) => ({ ...task, date: dates?.tasks[at]?.finish.p80 }))
    .filter(({ criticality }) => criticality > 0)
    .toSorted((a, b) => b.criticality - a.criticality)
    .slice(0, maxNamed)
    .map(({ id, finish, criticality, date }) => [
      toName(id),
      `${Math.round(100 * criticality)} %`,
      `${roundHours(slackHours[id] ?? 0)} h`,
      `${roundHours(finish.p50Hours)} h`,
      `${roundHours(finish.p80Hours)} h`,
      ...(dates ? [date === undefined ? "" : toShortDate(date)] : []),
    ]);
  if (rows.length === 0) return [];
  const header = [
    "task",
    "runs in which the end hung on it",
    "slack by order alone",
    "finished P50",
    "P80",
    ...(dates ? ["by"] : []),
  ];
  return ["", "### What the end hangs on", "", ...renderTable(header, rows, "waves.json")];
}

function renderGroups({ parallelGroups }: Schedule, plan: Plan): readonly string[] {
  if (parallelGroups.length === 0) return [];
  const { toList } = nameTasks(plan.tasks);
  const rows = parallelGroups
    .slice(0, maxNamed)
    .map(({ after, tasks }) => [after.length === 0 ? "at once" : toList(after), toList(tasks)]);
  const more = parallelGroups.length - rows.length;
  return [
    "",
    "### Parallel groups",
    "",
    ...renderTable(["after", "can run side by side"], rows, "dag.json"),
    ...(more > 0 ? ["", `… and ${more} more in dag.json.`] : []),
  ];
}
