import type { Plan } from "../model/plan.ts";
import type { Schedule } from "../model/schedule.ts";
import { explainMissingForecast } from "./explain-missing-forecast.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** What can be said of when tasks run while some of them wait for each other in a circle: nothing. */
export function emptySchedule(
  plan: Plan,
  graph: ScheduleGraph,
): Omit<Schedule, "estimates" | "diagnostics"> {
  return {
    waves: [],
    barrierQuorum: plan.config.barrierQuorum,
    capacities: {},
    limits: [],
    priority: [],
    begins: [],
    preemptions: [],
    frontier: { ready: [], startable: [], waiting: [] },
    longestPath: [],
    criticalPath: { hours: 0, tasks: [], slackHours: {} },
    width: { width: 0, method: "kahn_layer_max" },
    wavesWithout: {},
    parallelGroups: [],
    forecast: undefined,
    whyNoForecast: explainMissingForecast(plan, graph, []),
  };
}
