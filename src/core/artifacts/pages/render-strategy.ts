import type { Config } from "../../model/config.ts";
import type { Forecast } from "../../model/schedule.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { describeFrontier } from "../describe-frontier.ts";
import { findFaster } from "../find-faster.ts";
import { listAdvantages } from "../list-advantages.ts";
import { roundHours } from "../round-hours.ts";
import { renderTable } from "./render-table.ts";
import { toWorkingDays } from "./to-working-days.ts";

const names = { rolling_frontier: "rolling frontier", wave_based: "waves" } as const;

/** The way of running that the numbers of this plan speak for, and the one that the settings ask for. */
export function renderStrategy({ plan, schedule }: ArtifactInput): readonly string[] {
  const { forecast, capacities, frontier, width } = schedule;
  if (forecast === undefined)
    return ["## Execution strategy", "", `None: ${schedule.whyNoForecast}.`];
  const { rolling, waves, sequentialHours } = forecast;
  const faster = findFaster(forecast);
  const chosen = plan.config.executionModel;
  const better = faster ?? chosen;
  const limits = Object.entries(capacities)
    .filter(([id]) => plan.tasks.some(({ needs }) => needs.some(({ resource }) => resource === id)))
    .map(([id, units]) => `${id} ${units}`);
  return [
    `## Execution strategy: ${names[better]}`,
    "",
    ...tellReasons(forecast, chosen).map((reason) => `- ${reason}`),
    `- ${describeFrontier(frontier)}; up to ${width.width} could ever run side by side, ${plan.config.maxConcurrentTasks} may`,
    ...(limits.length === 0 ? [] : [`- Shared on the way: ${limits.join(", ")}`]),
    ...(chosen === better
      ? []
      : [`- The settings ask for ${names[chosen]}; it takes longer by these numbers`]),
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

/** What speaks for the way that the heading names. */
function tellReasons(forecast: Forecast, chosen: Config["executionModel"]): readonly string[] {
  const [rolling, waves] = [forecast.rolling, forecast.waves].map((one) =>
    roundHours(one.p50Hours),
  );
  switch (findFaster(forecast)) {
    case "rolling_frontier":
      return listAdvantages(forecast);
    case "wave_based":
      return [
        `Waves end earlier here (P50 ${waves} h against ${rolling} h), and are simpler to follow`,
      ];
    default:
      return [
        `Both ways take as long here (P50 ${rolling} h); the settings choose ${names[chosen]}`,
      ];
  }
}

function toDays(hours: {
  p50Hours: number;
  p80Hours: number;
  p95Hours: number;
}): readonly string[] {
  return [hours.p50Hours, hours.p80Hours, hours.p95Hours].map(toWorkingDays);
}
