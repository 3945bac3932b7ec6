import type { ResourceId } from "../model/ids.ts";
import type { Forecast, HoursEstimate } from "../model/schedule.ts";
import { Random } from "./random/random.ts";
import { DurationSampler } from "./simulate/duration-sampler.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { type Progress, Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";

/** A plan and the names of its resources. */
interface BottleneckInput {
  readonly workload: Workload;
  readonly estimates: readonly HoursEstimate[];
  readonly order: Int32Array;
  readonly progress: Progress;
  readonly names: readonly ResourceId[];
}

/** Task runs that may be spent on each question. */
const maxTaskRuns = 10_000;
const mostRuns = 100;
/** Less than that is noise. */
const leastHours = 0.05;

/**
 * Which limits cost time: the mean makespan as it is, without the limit, and
 * with one unit more, over the same durations. The costliest first; those that
 * cost nothing are left out.
 */
export function findBottlenecks(input: BottleneckInput): Forecast["bottlenecks"] {
  const { workload, names } = input;
  const limits = listLimits(workload, names);
  if (limits.length === 0) return [];
  const measure = meanMeasurer(input);
  const now = measure(workload);
  return limits
    .map(({ resource, widen, free }) => ({
      resource,
      addsHours: now - measure(free),
      oneMoreSavesHours: now - measure(widen),
    }))
    .filter(({ addsHours }) => addsHours >= leastHours)
    .sort((a, b) => b.addsHours - a.addsHours);
}

/** The limits that tasks can run into, each with the workload as it would be with more. */
function listLimits(workload: Workload, names: readonly ResourceId[]) {
  const { slots, capacities, needs } = workload;
  const count = workload.graph.count;
  const demands = names.map((_, k) => {
    let sum = 0;
    for (let task = 0; task < count; task++) sum += needs[task * names.length + k] ?? 0;
    return sum;
  });
  const resources = names.flatMap((resource, k) => {
    const demand = demands[k] ?? 0;
    if (demand <= (capacities[k] ?? 0)) return [];
    const withUnits = (units: number) => ({ ...workload, capacities: capacities.with(k, units) });
    return [
      {
        resource: resource as string,
        widen: withUnits((capacities[k] ?? 0) + 1),
        free: withUnits(demand),
      },
    ];
  });
  if (count <= slots) return resources;
  const widen = { ...workload, slots: slots + 1 };
  return [
    ...resources,
    { resource: "max_concurrent_tasks", widen, free: { ...workload, slots: count } },
  ];
}

/** Measures the mean makespan of workloads that differ in their limits, over the same durations. */
function meanMeasurer({ estimates, order, progress }: BottleneckInput) {
  const count = order.length;
  const runs = Math.max(5, Math.min(mostRuns, Math.floor(maxTaskRuns / count)));
  const ranked = [...order].flatMap((task) => estimates[task] ?? []);
  const rankedProgress = {
    isDone: Uint8Array.from(order, (task) => progress.isDone[task] ?? 0),
    started: Int32Array.from(
      [...order.keys()].filter((rank) => progress.started.includes(order[rank] ?? 0)),
    ),
  };
  const log = emptyLog(count);
  const sampler = new DurationSampler(ranked);
  return (workload: Workload): number => {
    const random = new Random(4);
    const runner = new Runner(rankWorkload(workload, order), rankedProgress);
    const durations = new Float64Array(count);
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      sampler.sample(durations, random);
      sum += runner.run(durations, log);
    }
    return sum / runs;
  };
}
