import type { ArtifactInput } from "../artifact-input.ts";
import { listAdvantages } from "../list-advantages.ts";
import { countOf } from "./count-of.ts";
import { renderTable } from "./render-table.ts";
import { toWorkingDays } from "./to-working-days.ts";

/** The way of running that the numbers of this plan speak for, and the one that the settings ask for. */
export function renderStrategy({ plan, schedule }: ArtifactInput): readonly string[] {
  const { forecast, capacities, frontier, width } = schedule;
  if (forecast === undefined)
    return ["## Execution strategy", "", `None: ${schedule.whyNoForecast}.`];
  const { rolling, waves, sequentialHours } = forecast;
  const isRollingFaster = rolling.p50Hours < waves.p50Hours;
  const better = isRollingFaster ? "rolling frontier" : "waves";
  const chosen = plan.config.executionModel === "rolling_frontier" ? "rolling frontier" : "waves";
  const reasons = isRollingFaster
    ? listAdvantages(forecast)
    : ["A rolling frontier saves no time here, and waves are simpler to follow"];
  const limits = Object.entries(capacities)
    .filter(([id]) => plan.tasks.some(({ needs }) => needs.some(({ resource }) => resource === id)))
    .map(([id, units]) => `${id} ${units}`);
  return [
    `## Execution strategy: ${better}`,
    "",
    ...reasons.map((reason) => `- ${reason}`),
    `- ${countOf(frontier.startable.length, "task")} can start now; up to ${width.width} could ever run side by side, ${plan.config.maxConcurrentTasks} may`,
    ...(limits.length === 0 ? [] : [`- Shared on the way: ${limits.join(", ")}`]),
    ...(chosen === better
      ? []
      : [`- The settings ask for ${chosen}; it takes longer by these numbers`]),
    "",
    ...renderTable(
      ["way of running", "half of the runs", "four in five", "19 in 20"],
      [
        ["rolling frontier", ...toDays(rolling)],
        ["waves", ...toDays(waves)],
        ["one task after the other", toWorkingDays(sequentialHours), "", ""],
      ],
      "waves.json",
    ),
    "",
    "A working day has eight hours.",
  ];
}

function toDays(hours: {
  p50Hours: number;
  p80Hours: number;
  p95Hours: number;
}): readonly string[] {
  return [hours.p50Hours, hours.p80Hours, hours.p95Hours].map(toWorkingDays);
}
