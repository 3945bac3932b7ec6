import type { ResourceId } from "../../model/ids.ts";
import type { Forecast, Schedule, Wave } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeFrontier } from "../describe-frontier.ts";
import { roundHours } from "../round-hours.ts";
import { countOf } from "./count-of.ts";
import { nameLimit } from "./name-limit.ts";
import { nameTasks } from "./name-tasks.ts";
import { renderTable } from "./render-table.ts";
import { toShortDate } from "./to-short-date.ts";

/** Most tasks of the longest chain that are named one by one. */
const maxSteps = 30;

/** The section on order: waves, what can start now, and the longest chain. */
export function renderWaves({ plan, schedule }: ArtifactInput): readonly string[] {
  if (plan.dag.cycles.length > 0) {
    return ["## Waves", "", "None: tasks wait for each other in a circle, so no order exists."];
  }
  const { toName, toList } = nameTasks(plan.tasks);
  const { forecast } = schedule;
  const rows = schedule.waves.map((wave, at) => [
    String(wave.number),
    String(wave.tasks.length),
    toList(wave.tasks),
    describeUsage(wave, schedule),
    ...(forecast ? describeTime(forecast, at) : []),
  ]);
  const times = forecast ? ["open P50", "P80", "P95", ...(forecast.dates ? ["begins"] : [])] : [];
  const left = plan.tasks.length - schedule.waves.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const steps = schedule.longestPath;
  return [
    "## Waves",
    "",
    `${countOf(schedule.waves.length, "wave")}; ${describeFrontier(schedule.frontier)}.`,
    ...(left > 0 ? ["", `${countOf(left, "task")} fit in no wave; see Findings.`] : []),
    "",
    ...renderTable(["wave", "tasks", "which", "resources in use", ...times], rows, "waves.json"),
    "",
    "## Longest chain",
    "",
    `${countOf(steps.length, "task")}, one after the other, counted without durations:`,
    "",
    ...steps.slice(0, maxSteps).map((id, index) => `${index + 1}. ${toName(id)}`),
    ...(steps.length > maxSteps ? ["", `… and ${steps.length - maxSteps} more.`] : []),
  ];
}

/** At most at once, of how many. */
function describeUsage({ resourceUsage }: Wave, { capacities }: Schedule): string {
  return Object.entries(resourceUsage)
    .map(([id, units]) => `${nameLimit(id)} ${units}/${capacities[id as ResourceId] ?? units}`)
    .join(", ");
}

/** How long a wave stays open, and when it begins by half of the runs. */
function describeTime({ perWave, dates }: Forecast, at: number): readonly string[] {
  const { p50Hours = 0, p80Hours = 0, p95Hours = 0 } = perWave[at] ?? {};
  const hours = [p50Hours, p80Hours, p95Hours].map((value) => `${roundHours(value)} h`);
  const start = dates?.perWave[at]?.startP50;
  return dates ? [...hours, start === undefined ? "" : toShortDate(start)] : hours;
}
