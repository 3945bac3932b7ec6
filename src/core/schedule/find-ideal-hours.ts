import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { reverseGraph } from "../graph/reverse-graph.ts";
import type { Forecast } from "../model/schedule.ts";
import { chooseStep } from "./order/choose-step.ts";
import { measureBounds } from "./order/measure-bounds.ts";
import { requireFeasible } from "./order/require-feasible.ts";
import { searchSchedule } from "./order/search-schedule.ts";
import { startAtOnce } from "./order/start-at-once.ts";
import { pickLeft, type WorkLeft } from "./pick-left.ts";
import { rankProgress } from "./simulate/rank-progress.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { type Progress, Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";

/** Activities that one search may place: fewer schedules for bigger plans. */
const maxPlaced = 150_000;
const mostSchedules = 1000;

/** Steps of time that all schedules of one search may have together. */
const maxSteps = 10_000_000;

/** Integers that one schedule may count the units left over in: one a step and limit, at worst. */
const maxCells = 20_000_000;

/** Above so many tasks no search is worth its time. */
const maxTasks = 3000;

/** Parts of a step that are no more than the noise of adding. */
const noise = 1e-6;

/** What is to be done, by task. */
interface IdealInput {
  readonly workload: Workload;
  /** Likely, of what is left of each task; not negative. */
  readonly hours: readonly number[];
  /** All tasks, the most urgent first. */
  readonly order: Int32Array;
  readonly progress: Progress;
  readonly seed: number;
}

/**
 * The shortest makespan met if every task that is left took its likely hours, with a bound below
 * which none can come: durations are rounded up for the one and down for the other wherever a step of
 * time does not divide them. Tasks under way hold what they hold, even more than there is, from the
 * start. Plans too big to search have the makespan of the order given.
 *
 * It is a measure of the plan, not how the plan is run: the order found here is best for exactly these
 * hours and would do worse once they vary. What is run follows the order of `orderTasks`.
 *
 * @throws {InvariantError} if the schedule found cannot be carried out.
 */
export function findIdealHours(input: IdealInput): Forecast["ideal"] {
  const left = pickLeft(input);
  const { length } = findCriticalPath(left.graph, layerGraph(left.graph).order, left.hours);
  const run = runOrder(input, input.order);
  const { lowerBoundHours, found } = searchLeft(left, input.seed);
  const hours = Math.min(run, found?.hours ?? run);
  return {
    hours,
    lowerBoundHours: Math.min(hours, Math.max(length, lowerBoundHours)),
    schedules: 1 + (found?.schedules ?? 0),
  };
}

/** The makespan of a rolling frontier at these hours. */
function runOrder({ workload, hours, progress }: IdealInput, order: Int32Array): number {
  const runner = new Runner(rankWorkload(workload, order), rankProgress(progress, order));
  return runner.run(
    Float64Array.from(order, (task) => hours[task] ?? 0),
    emptyLog(order.length),
  );
}

/** The bound, and the best schedule of a search where one is worth its time. */
function searchLeft({ graph, hours, capacities, needs, underWay }: WorkLeft, seed: number) {
  const budget = Math.min(mostSchedules, Math.max(1, Math.floor(maxPlaced / (hours.length + 1))));
  const cells = Math.floor(maxCells / capacities.length);
  const step = chooseStep(hours, Math.min(cells, Math.floor(maxSteps / budget)));
  const project = {
    successors: graph,
    predecessors: reverseGraph(graph),
    order: layerGraph(graph).order,
    durations: Int32Array.from(hours, (value) => Math.ceil(value / step - noise)),
    capacities,
    needs,
  };
  const shorter = Int32Array.from(hours, (value) => Math.floor(value / step + noise));
  const lowerBoundHours = measureBounds({ ...project, durations: shorter }).best * step;
  if (hours.length > maxTasks) return { lowerBoundHours, found: undefined };
  const { starts, schedules } = searchSchedule(project, { budget, seed });
  const settled = underWay.length === 0 ? starts : startAtOnce(project, starts, underWay);
  requireFeasible(project, settled);
  const makespan = settled.reduce(
    (last, start, at) => Math.max(last, start + (project.durations[at] ?? 0)),
    0,
  );
  return { lowerBoundHours, found: { hours: makespan * step, schedules } };
}
