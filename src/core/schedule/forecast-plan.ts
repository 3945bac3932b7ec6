import type { ResourceId, TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Forecast, Quantiles, Wave } from "../model/schedule.ts";
import { dateForecast } from "./calendar/date-forecast.ts";
import { toExpected } from "./estimate-hours.ts";
import { estimateLeft } from "./estimate-left.ts";
import { expectRun } from "./expect-run.ts";
import { findBottlenecks } from "./find-bottlenecks.ts";
import { findIdealHours } from "./find-ideal-hours.ts";
import type { Barriers, Progress } from "./simulate/runner.ts";
import type { Samples } from "./simulate/samples.ts";
import { type Simulation, simulatePlan } from "./simulate/simulate-plan.ts";
import { sortAsDocument } from "./sort-as-document.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";
import { toWorkload } from "./to-workload.ts";

/** Task runs that one forecast may cost: fewer runs for bigger plans. */
const maxTaskRuns = 150_000;
const fewestRuns = 20;
const mostRuns = 2000;

/** Runs are made until mean, P80 and P95 are known to this share of themselves. */
const precision = 0.01;

/**
 * Foretells how long a plan takes from where its boxes stand, in hours of
 * work, by running it many times: rolling, and wave by wave. `undefined` where
 * some task stands in no wave, so the plan would never end.
 *
 * @param wavesWithout By resource, the waves there would be without it.
 * @param order Who goes first: all tasks by place, the most urgent first.
 * @param worked Hours already worked on tasks under way; none if left out.
 */
export function forecastPlan(
  plan: Plan,
  schedule: ScheduleGraph,
  waves: readonly Wave[],
  wavesWithout: ReadonlyMap<ResourceId, readonly Wave[]>,
  order: Int32Array,
  worked: ReadonlyMap<TaskId, number> = new Map(),
): Forecast | undefined {
  const { tasks } = schedule;
  const placed = waves.reduce((sum, wave) => sum + wave.tasks.length, 0);
  if (tasks.length === 0 || placed < tasks.length) return undefined;
  const workload = toWorkload(schedule, plan.config.maxConcurrentTasks);
  const estimates = tasks.map((task) => estimateLeft(task, worked));
  const { seed } = plan.config;
  const maxRuns = clamp(Math.floor(maxTaskRuns / tasks.length), fewestRuns, mostRuns);
  const progress = readProgress(schedule);
  const barriers = toBarriers(schedule, waves);
  const input = { workload, estimates, order, ...barriers, progress };
  const simulation = simulatePlan({ ...input, seed: seed + 1, maxRuns, precision });
  const likely = estimates.map((estimate) => estimate.likely);
  const ideal = findIdealHours({ workload, hours: likely, order, progress, seed: seed + 2 });
  const hours = toForecast(simulation, schedule, waves, plan.config.maxConcurrentTasks);
  return {
    ...hours,
    usage: measureUsage(schedule, simulation),
    dates: dateForecast(hours, plan.config.calendar),
    sequentialHours: simulation.sequential.quantiles([0.5])[0] ?? 0,
    ideal,
    bottlenecks: findBottlenecks({
      ...{ ...input, limits: schedule.limits, waves: barriers, seed: seed + 3 },
      wavesWithout: new Map(
        [...wavesWithout].map(([id, others]) => [id, toBarriers(schedule, others)]),
      ),
    }),
    run: expectRun(schedule, { ...input, hours: estimates.map(toExpected) }),
  };
}

/**
 * Unit hours at work in the rolling runs, by those that there are until the runs end: both come from
 * the same runs, so only units that are out already can bring it above 1.
 */
function measureUsage(
  { limits, needs }: ScheduleGraph,
  { workHours, rolling }: Simulation,
): Forecast["usage"] {
  const used = new Map<ResourceId, number>();
  for (const [at, list] of needs.entries()) {
    for (const { resource, units } of list) {
      used.set(resource, (used.get(resource) ?? 0) + units * (workHours[at] ?? 0));
    }
  }
  const shares = limits.flatMap(({ id, capacity }) => {
    const unitHours = used.get(id) ?? 0;
    const there = capacity * rolling.mean;
    return unitHours === 0 || there === 0 ? [] : [[id, unitHours / there] as const];
  });
  return Object.fromEntries(shares);
}

function readProgress({ tasks }: ScheduleGraph): Progress {
  const started = [...tasks.keys()].filter((at) => tasks[at]?.state === "in-progress");
  return {
    isDone: Uint8Array.from(tasks, ({ state }) => Number(state === "done")),
    started: Int32Array.from(started),
  };
}

/** Waves by task, from 0, and their quorums. */
function toBarriers({ tasks }: ScheduleGraph, waves: readonly Wave[]): Barriers {
  const numbers = new Map(waves.flatMap((wave) => wave.tasks.map((id) => [id, wave.number - 1])));
  return {
    waveOf: Int32Array.from(tasks, ({ id }) => numbers.get(id) ?? 0),
    quorums: Int32Array.from(waves, ({ quorum }) => quorum),
  };
}

function toForecast(
  simulation: Simulation,
  schedule: ScheduleGraph,
  planned: readonly Wave[],
  slots: number,
) {
  const { rolling, waves, perWave, starts, finishes, criticality, sequential } = simulation;
  const done = new Set(schedule.tasks.filter(({ state }) => state === "done").map(({ id }) => id));
  const toShare = (makespan: number) => (makespan > 0 ? sequential.mean / (slots * makespan) : 0);
  return {
    runs: simulation.runs,
    precision: { wanted: precision, isReached: simulation.isConverged },
    rolling: { ...toModel(rolling), utilisation: toShare(rolling.mean) },
    waves: { ...toModel(waves), utilisation: toShare(waves.mean) },
    slowerRuns: simulation.slowerRuns,
    advantage: waves.mean > 0 ? 1 - rolling.mean / waves.mean : 0,
    perWave: perWave.map((wave, at) => ({
      isDone: planned[at]?.tasks.every((id) => done.has(id)) ?? false,
      ...toQuantiles(wave.open),
      startP50Hours: wave.starts.quantiles([0.5])[0] ?? 0,
      finish: toQuantiles(wave.finishes),
    })),
    tasks: sortAsDocument(schedule).flatMap((at) => {
      const id = schedule.tasks[at]?.id;
      if (id === undefined) return [];
      return {
        id,
        isDone: done.has(id),
        startP50Hours: starts[at]?.quantiles([0.5])[0] ?? 0,
        finish: toQuantiles(finishes[at]),
        criticality: criticality[at] ?? 0,
      };
    }),
  };
}

function toModel(samples: Samples) {
  const [p50Hours = 0, p80Hours = 0, p95Hours = 0] = samples.quantileErrors([0.5, 0.8, 0.95]);
  const standardErrors = { meanHours: samples.standardError, p50Hours, p80Hours, p95Hours };
  return { ...toQuantiles(samples), standardErrors };
}

function toQuantiles(samples: Samples | undefined): Quantiles {
  const [p50Hours = 0, p80Hours = 0, p95Hours = 0] = samples?.quantiles([0.5, 0.8, 0.95]) ?? [];
  return { p50Hours, p80Hours, p95Hours };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
