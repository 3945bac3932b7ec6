import type { Forecast, HoursEstimate } from "../model/schedule.ts";
import { groupBy } from "../text/group-by.ts";
import type { PlanLimits } from "./limits/limit.ts";
import { listQuestions } from "./list-questions.ts";
import { Random } from "./random/random.ts";
import { DurationSampler } from "./simulate/duration-sampler.ts";
import { rankProgress } from "./simulate/rank-progress.ts";
import { rankWorkload } from "./simulate/rank-workload.ts";
import { emptyLog } from "./simulate/run-log.ts";
import { type Barriers, type Progress, Runner } from "./simulate/runner.ts";
import type { Workload } from "./simulate/workload.ts";

/** A plan and what its resources are. */
interface BottleneckInput {
  readonly workload: Workload;
  readonly estimates: readonly HoursEstimate[];
  readonly order: Int32Array;
  readonly progress: Progress;
  /** In the order of the workload's capacities. */
  readonly limits: PlanLimits["limits"];
  /** The waves of the plan, by task. */
  readonly waves: Barriers;
  /** By limit, the waves there would be without it, where that makes others. */
  readonly wavesWithout: ReadonlyMap<string, Barriers>;
  readonly seed: number;
}

/** Task runs that may be spent on each question. */
const maxTaskRuns = 10_000;
const mostRuns = 100;
/** Less than that is noise. */
const leastHours = 0.05;

/**
 * Which limits cost time: the mean makespan as it is, without the limit, and with one unit more, over
 * the same durations; and without the limit wave by wave, in the waves there would be then. The
 * costliest first; those that cost nothing either way are left out. Where a run takes longer with more
 * (an anomaly of list scheduling) the schedule there was would still do, so that counts as nothing
 * saved; and what one unit more saves is saved without the limit too.
 *
 * People who can stand in for each other make one entry: who is asked for most narrowly, of those
 * whose limits cost most.
 */
export function findBottlenecks(input: BottleneckInput): Forecast["bottlenecks"] {
  const questions = listQuestions(input.workload, input.limits);
  if (questions.length === 0) return [];
  const { workload, waves, wavesWithout } = input;
  const measure = meanMeasurer(input);
  const now = measure(workload);
  const nowInWaves = measure(workload, waves);
  const costs = questions.map(({ resource, team, widened, free }) => {
    const saved = widened.map((wider) => now - measure(wider));
    const most = Math.max(0, ...saved);
    const without = wavesWithout.get(resource) ?? waves;
    const inWaves = {
      addsWaves: waves.quorums.length - without.quorums.length,
      addsHours: Math.max(0, nowInWaves - measure(free, without)),
    };
    const addsHours = Math.max(most, now - measure(free));
    const oneMoreSavesHours = saved.length === 0 ? undefined : most;
    return { team, cost: { resource, addsHours, oneMoreSavesHours, inWaves } };
  });
  return [...groupBy(costs, ({ team }) => team).values()]
    .flatMap((team) => {
      const most = team.reduce((high, { cost }) => Math.max(high, cost.addsHours), 0);
      return team.find(({ cost }) => cost.addsHours >= most - leastHours)?.cost ?? [];
    })
    .filter(
      ({ addsHours, inWaves }) =>
        addsHours >= leastHours || inWaves.addsHours >= leastHours || inWaves.addsWaves > 0,
    )
    .sort((a, b) => b.addsHours - a.addsHours || b.inWaves.addsHours - a.inWaves.addsHours);
}

/** Measures the mean makespan of workloads that differ in their limits, rolling or in waves by task, over the same durations. */
function meanMeasurer({ estimates, order, progress, seed }: BottleneckInput) {
  const count = order.length;
  const runs = Math.max(5, Math.min(mostRuns, Math.floor(maxTaskRuns / count)));
  const ranked = [...order].flatMap((task) => estimates[task] ?? []);
  const rankedProgress = rankProgress(progress, order);
  const log = emptyLog(count);
  const sampler = new DurationSampler(ranked);
  return (workload: Workload, waves?: Barriers): number => {
    const random = new Random(seed);
    const barriers = waves && {
      waveOf: order.map((task) => waves.waveOf[task] ?? 0),
      quorums: waves.quorums,
    };
    const runner = new Runner(rankWorkload(workload, order), rankedProgress, barriers);
    const durations = new Float64Array(count);
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      sampler.sample(durations, random);
      sum += runner.run(durations, log);
    }
    return sum / runs;
  };
}
