import type { Forecast } from "../model/schedule.ts";
import { rankProgress } from "./simulate/rank-progress.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { type Progress, Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/** What one run depends on. */
interface ExpectedRun {
  readonly workload: Workload;
  /** Expected and still to come, by place of the task. */
  readonly hours: readonly number[];
  /** All tasks by place, the most urgent first. */
  readonly order: Int32Array;
  readonly progress: Progress;
}

/** How the rest of a plan goes if each task takes exactly its expected hours, from where it stands; by ID. */
export function expectRun(
  { tasks }: Pick<ScheduleGraph, "tasks">,
  { workload, hours, order, progress }: ExpectedRun,
): Forecast["run"] {
  const log = emptyLog(order.length);
  const runner = new Runner(rankWorkload(workload, order), rankProgress(progress, order));
  const ranked = Float64Array.from(order, (place) => hours[place] ?? 0);
  runner.run(ranked, log);
  const ranks = new Int32Array(order.length);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  return tasks.map(({ id }, place) => {
    const rank = ranks[place] ?? 0;
    return { id, startHours: log.starts[rank] ?? 0, finishHours: log.finishes[rank] ?? 0 };
  });
}
