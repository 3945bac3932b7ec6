import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { measureWidth } from "../graph/measure-width.ts";
import type { TaskId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { PlanProgress, RunLimit, Schedule } from "../model/schedule.ts";
import { countOf } from "../text/count-of.ts";
import { choosePreemptions } from "./choose-preemptions.ts";
import { emptySchedule } from "./empty-schedule.ts";
import { estimateHours, toExpected } from "./estimate-hours.ts";
import { estimateLeft } from "./estimate-left.ts";
import { explainMissingForecast } from "./explain-missing-forecast.ts";
import { findMisfits } from "./find-misfits.ts";
import { findShortage } from "./find-shortage.ts";
import { forecastPlan } from "./forecast-plan.ts";
import { groupParallel } from "./group-parallel.ts";
import { listBegins } from "./list-begins.ts";
import { measureSlack } from "./measure-slack.ts";
import { nextFrontier } from "./next-frontier.ts";
import { orderTasks } from "./order-tasks.ts";
import { sortAsDocument } from "./sort-as-document.ts";
import { type ScheduleGraph, toScheduleGraph } from "./to-schedule-graph.ts";
import { toWorkload } from "./to-workload.ts";
import { buildWaves } from "./waves/build-waves.ts";
import { listWavesWithout } from "./waves/list-waves-without.ts";

/**
 * How much work a schedule is worth: `whole` improves the order of tasks and forecasts; `bare` leaves
 * critical-path priority and forecasts nothing, as the benchmark of bare speed wants it.
 */
type Effort = "whole" | "bare";

/**
 * Says when a plan's tasks can run: waves, the frontier as the spec's boxes
 * stand, the order that all of it follows, the longest path, and a forecast of what is left. While the graph has
 * a cycle all of them are empty. The order in which the plan or the spec lists
 * its tasks changes no figure and no order of work: ties go by ID.
 *
 * @param progress Where the plan stands, if not where its boxes say.
 */
export function buildSchedule(
  written: Plan,
  progress?: PlanProgress,
  effort: Effort = "whole",
): Schedule {
  const plan = progress === undefined ? written : markProgress(written, progress);
  const graph = toScheduleGraph(plan);
  const diagnostics = findMisfits(plan, graph);
  const estimates = plan.tasks.map(estimateHours);
  if (plan.dag.cycles.length > 0) {
    return { ...emptySchedule(plan, graph), estimates, diagnostics };
  }
  const { tasks } = graph;
  const layers = layerGraph(graph.graph);
  const ones = new Float64Array(tasks.length).fill(1);
  const { path } = findCriticalPath(graph.graph, layers.order, ones);
  const inPlace = tasks.map(estimateHours);
  const hours = Float64Array.from(inPlace, toExpected);
  const options = {
    hours,
    maxWaveSize: plan.config.maxWaveSize,
    quorum: plan.config.barrierQuorum,
    maxConcurrent: plan.config.maxConcurrentTasks,
  };
  const waves = buildWaves(graph, options);
  const wavesWithout = listWavesWithout(plan, graph, options);
  const isWhole = effort === "whole";
  const isEndless = graph.needs.some((list) => findShortage(list, graph.capacities) !== undefined);
  const workload = toWorkload(graph, plan.config.maxConcurrentTasks);
  const order = orderTasks(workload, inPlace, isWhole && !isEndless, plan.config);
  const forecast =
    isWhole && !isEndless
      ? forecastPlan(plan, graph, waves, wavesWithout, order, progress?.started)
      : undefined;
  const toIds = (places: Int32Array) => [...places].flatMap((place) => tasks[place]?.id ?? []);
  return {
    waves,
    barrierQuorum: plan.config.barrierQuorum,
    capacities: Object.fromEntries(graph.capacities),
    limits: listRunLimits(graph),
    priority: toIds(order),
    begins: isEndless ? [] : toIds(listBegins(workload, hours, order)),
    ...findFrontier(plan, graph, order),
    longestPath: path.flatMap((place) => tasks[place]?.id ?? []),
    criticalPath: measureSlack(graph, layers.order, listLeft(tasks, progress?.started)),
    width: measureWidth(graph.graph, layers),
    wavesWithout: Object.fromEntries([...wavesWithout].map(([id, { length }]) => [id, length])),
    parallelGroups: groupParallel(graph, plan.config.maxConcurrentTasks),
    estimates,
    forecast,
    whyNoForecast: explainMissingForecast(plan, graph, waves),
    diagnostics: [...diagnostics, ...tellFarDates(plan, forecast)],
  };
}

/** Likely hours of what is left of each task. */
function listLeft(
  tasks: readonly Task[],
  worked: ReadonlyMap<TaskId, number> = new Map(),
): readonly number[] {
  return tasks.map((task) => (task.state === "done" ? 0 : estimateLeft(task, worked).likely));
}

/** KS305 where something is so far away that it has no date. */
function tellFarDates(
  { specPath, config }: Plan,
  forecast: Schedule["forecast"],
): Schedule["diagnostics"] {
  if (forecast === undefined || config.calendar?.start === undefined) return [];
  const { dates, tasks } = forecast;
  const far = tasks.filter(({ isDone }, at) => !isDone && dates?.tasks[at] === undefined);
  if (far.length === 0 && dates?.rolling && dates.waves) return [];
  const message = `The plan may end more than a hundred years after its calendar starts, so its end and ${countOf(far.length, "task")} have no date; correct estimates or working hours`;
  return [{ code: "KS305", severity: "info", message, at: { path: specPath, line: 1, column: 1 } }];
}

/** The plan with boxes as they would be. */
function markProgress(plan: Plan, { done, started }: PlanProgress): Plan {
  const tasks = plan.tasks.map((task): Task => {
    if (done.has(task.id)) return { ...task, state: "done" };
    return { ...task, state: started.has(task.id) ? "in-progress" : "todo" };
  });
  return { ...plan, tasks };
}

/** What may start as the boxes stand, and who should give way. */
function findFrontier(
  plan: Plan,
  graph: ScheduleGraph,
  order: Int32Array,
): Pick<Schedule, "frontier" | "preemptions"> {
  const { tasks, capacities, needs } = graph;
  const ranks = new Int32Array(order.length);
  for (const [rank, place] of order.entries()) ranks[place] = rank;
  const idsIn = (state: Task["state"]) =>
    new Set(tasks.filter((task) => task.state === state).map(({ id }) => id));
  const state = {
    tasks: sortAsDocument(graph).flatMap((place) => {
      const task = tasks[place];
      if (task === undefined) return [];
      const { id, priority, hints } = task;
      return {
        ...{ id, priority, isPreemptible: hints?.isPreemptible ?? false },
        needs: needs[place] ?? [],
        urgency: order.length - (ranks[place] ?? 0),
      };
    }),
    edges: plan.dag.edges.map(({ from, to }) => [from, to] as const),
    completed: idsIn("done"),
    started: idsIn("in-progress"),
    heldBack: new Set([...idsIn("blocked"), ...idsIn("deferred")]),
    capacities,
    maxConcurrent: plan.config.maxConcurrentTasks,
  };
  const frontier = nextFrontier(state);
  const mostUrgentFirst = state.tasks.toSorted((a, b) => b.urgency - a.urgency);
  const asked = { ...state, tasks: mostUrgentFirst };
  return { frontier, preemptions: choosePreemptions(asked, frontier, plan.config.allocation) };
}

/** Machines, people and tasks kept apart: what no hold is given for. */
function listRunLimits(graph: ScheduleGraph): readonly RunLimit[] {
  const { tasks, limits, needs } = graph;
  const counted = limits.filter(({ kind }) => kind !== "resource");
  const units = new Map(counted.map(({ id }) => [id, [] as RunLimit["units"][number][]]));
  for (const place of sortAsDocument(graph)) {
    const task = tasks[place]?.id;
    if (task === undefined) continue;
    for (const need of needs[place] ?? []) units.get(need.resource)?.push([task, need.units]);
  }
  return counted.map(({ id, capacity }) => ({ id, capacity, units: units.get(id) ?? [] }));
}
