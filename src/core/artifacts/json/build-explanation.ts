import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { Plan } from "../../model/plan.ts";
import type { Forecast, Schedule } from "../../model/schedule.ts";
import { roundHours } from "../round-hours.ts";

type Explanation = Pick<DagJson, "resource_bottlenecks" | "parallel_groups" | "time_saved">;

/** What makes the plan long and what makes it short: computed, or left out. */
export function buildExplanation(plan: Plan, { parallelGroups, forecast }: Schedule): Explanation {
  return {
    parallel_groups: parallelGroups.map(({ after, tasks }) => ({
      after: [...after],
      tasks: [...tasks],
    })),
    ...(forecast && {
      resource_bottlenecks: forecast.bottlenecks.map((one) => toBottleneck(one, plan)),
      time_saved: toTimeSaved(forecast),
    }),
  };
}

function toBottleneck(
  { resource, addsHours, oneMoreSavesHours }: Forecast["bottlenecks"][number],
  { tasks }: Plan,
) {
  const isUser = ({ needs }: Plan["tasks"][number]) =>
    resource === "max_concurrent_tasks" || needs.some((need) => need.resource === resource);
  return {
    resource,
    impact: `adds ${roundHours(addsHours)} h to the plan`,
    affected_tasks: tasks.filter(isUser).map(({ id }) => id),
    mitigation: tellMitigation(oneMoreSavesHours),
  };
}

function tellMitigation(savedHours: number | undefined): string {
  if (savedHours === undefined) return "let these tasks run at the same time";
  const saved = roundHours(savedHours);
  return saved > 0 ? `one unit more saves ${saved} h` : "one unit more alone would save nothing";
}

function toTimeSaved({ sequentialHours, rolling }: Forecast) {
  const saved = Math.max(0, sequentialHours - rolling.p50Hours);
  return {
    sequential_hours: roundHours(sequentialHours),
    parallel_hours: roundHours(rolling.p50Hours),
    saved_hours: roundHours(saved),
    saved_percent: sequentialHours > 0 ? Math.round((100 * saved) / sequentialHours) : 0,
  };
}
