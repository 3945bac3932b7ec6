import type { WavesJson } from "../../model/artifact/waves-json.ts";
import type { Plan } from "../../model/plan.ts";
import type { Schedule } from "../../model/schedule.ts";
import { listMoments } from "../list-moments.ts";
import { roundHours } from "../round-hours.ts";

type Simulation = NonNullable<
  NonNullable<WavesJson["execution_models"]["rolling_frontier"]>["execution_simulation"]
>;

/** Who runs, waits and is finished as the expected run goes on: by moment, such as `time_4.5h`. Of moments that round to one the last counts. */
export function buildExecutionSimulation(plan: Plan, schedule: Schedule): Simulation {
  return Object.fromEntries(
    listMoments(plan, schedule).map((moment) => [
      `time_${roundHours(moment.atHours)}h`,
      {
        running: [...moment.running],
        ready: [...moment.ready],
        blocked: [...moment.blocked],
        completed: [...moment.completed],
        resource_usage: { ...moment.usage },
      },
    ]),
  );
}
