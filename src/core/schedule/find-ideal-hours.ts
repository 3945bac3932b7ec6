import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { packEdges } from "../graph/pack-edges.ts";
import { reverseGraph } from "../graph/reverse-graph.ts";
import type { Forecast } from "../model/schedule.ts";
import { chooseStep } from "./order/choose-step.ts";
import { measureBounds } from "./order/measure-bounds.ts";
import { requireFeasible } from "./order/require-feasible.ts";
import { searchSchedule } from "./order/search-schedule.ts";
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
 * time does not divide them. Tasks under way hold what they hold, even more than there is; the bound
 * counts only their time. Plans too big to search have the makespan of the order given and the
 * critical path.
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
  const found = left.hours.length > maxTasks ? undefined : searchLeft(left, input.seed);
  const isFeasible = found !== undefined && input.progress.started.length === 0;
  const hours = Math.min(run, isFeasible ? found.hours : run);
  return {
    hours,
    lowerBoundHours: Math.min(hours, Math.max(length, found?.lowerBoundHours ?? 0)),
    schedules: 1 + (isFeasible ? found.schedules : 0),
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

/** The workload without finished tasks; those under way wait for nothing and take nothing. */
function pickLeft({ workload, hours, progress }: IdealInput) {
  const { graph, slots, capacities, needs } = workload;
  const underWay = new Set(progress.started);
  const places = [...hours.keys()].filter((task) => progress.isDone[task] !== 1);
  const placeOf = new Int32Array(hours.length).fill(-1);
  for (const [place, task] of places.entries()) placeOf[task] = place;
  const from: number[] = [];
  const targets: number[] = [];
  for (const [place, task] of places.entries()) {
    for (const target of graph.targets.subarray(graph.starts[task], graph.starts[task + 1])) {
      if (underWay.has(target) || (placeOf[target] ?? -1) < 0) continue;
      from.push(place);
      targets.push(placeOf[target] ?? 0);
    }
  }
  const width = capacities.length + 1;
  const withSlot = new Int32Array(places.length * width);
  for (const [place, task] of places.entries()) {
    if (underWay.has(task)) continue;
    withSlot[place * width] = 1;
    const base = task * capacities.length;
    withSlot.set(needs.subarray(base, base + capacities.length), place * width + 1);
  }
  return {
    graph: packEdges(places.length, Int32Array.from(from), Int32Array.from(targets)),
    hours: places.map((task) => hours[task] ?? 0),
    capacities: Int32Array.of(slots, ...capacities),
    needs: withSlot,
  };
}

function searchLeft(
  { graph, hours, capacities, needs }: ReturnType<typeof pickLeft>,
  seed: number,
) {
  const budget = Math.min(mostSchedules, Math.max(1, Math.floor(maxPlaced / (hours.length + 1))));
  const step = chooseStep(hours, Math.floor(maxSteps / budget));
  const project = {
    successors: graph,
    predecessors: reverseGraph(graph),
    order: layerGraph(graph).order,
    durations: Int32Array.from(hours, (value) => Math.ceil(value / step - noise)),
    capacities,
    needs,
  };
  const shorter = Int32Array.from(hours, (value) => Math.floor(value / step + noise));
  const { starts, makespan, schedules } = searchSchedule(project, { budget, seed });
  requireFeasible(project, starts);
  const { best } = measureBounds({ ...project, durations: shorter });
  return { hours: makespan * step, lowerBoundHours: best * step, schedules };
}
