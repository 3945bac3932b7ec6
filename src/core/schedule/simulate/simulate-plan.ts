import type { HoursEstimate } from "../../model/schedule.ts";
import { Random } from "../random/random.ts";
import { DurationSampler } from "./duration-sampler.ts";
import { rankProgress } from "./rank-progress.ts";
import { rankWorkload } from "./rank-workload.ts";
import { emptyLog, type RunLog } from "./run-log.ts";
import { type Barriers, type Progress, Runner } from "./runner.ts";
import { Samples } from "./samples.ts";
import { traceCauses } from "./trace-causes.ts";
import type { Workload } from "./workload.ts";

/** A plan to run many times, by task. */
export interface SimulationInput {
  readonly workload: Workload;
  readonly estimates: readonly HoursEstimate[];
  /** All tasks, the most urgent first. */
  readonly order: Int32Array;
  /** By task, its wave from 0. */
  readonly waveOf: Int32Array;
  /** By wave, how many of its tasks must be finished before the next one opens. */
  readonly quorums: Int32Array;
  readonly progress: Progress;
  readonly seed: number;
  readonly maxRuns: number;
  /** Share of itself to which mean, P80 and P95 of both ways of running shall be known (standard error). */
  readonly precision: number;
}

/** How one wave went, in hours. */
interface WaveSamples {
  /** From its first start to its last end. */
  readonly open: Samples;
  /** From now. */
  readonly starts: Samples;
  /** From now, when all of its tasks are finished. */
  readonly finishes: Samples;
}

/** What many runs came to, in hours from now. Both ways of running met the same durations. */
export interface Simulation {
  readonly runs: number;
  /** The precision asked for was reached. */
  readonly isConverged: boolean;
  readonly rolling: Samples;
  readonly waves: Samples;
  /** Runs in which rolling took longer than waves (Graham's anomalies of list scheduling). */
  readonly slowerRuns: number;
  /** One task after the other. */
  readonly sequential: Samples;
  readonly perWave: readonly WaveSamples[];
  /** When each task starts and ends in the rolling runs. */
  readonly starts: readonly Samples[];
  readonly finishes: readonly Samples[];
  /** By task, how long it is at work in the rolling runs, on average. */
  readonly workHours: Float64Array;
  /** By task, the share of the rolling runs in which the makespan hung on it. */
  readonly criticality: Float64Array;
}

/** With so many runs the share of outcomes within P80 is off by little more than one point (√(0.8 · 0.2 / 1000)). */
const fewestRuns = 1000;
/** After how many runs more it is asked again whether they are enough. */
const batch = 100;
const tails = [0.8, 0.95];
/** Hours that are no more than the noise of adding in another order. */
const noise = 1e-9;

/**
 * Runs a plan many times with durations drawn at random: rolling, and wave by
 * wave. Stops when the makespans are known well enough, or after so many runs
 * and says that they are not. Same input, same numbers.
 */
export function simulatePlan(input: SimulationInput): Simulation {
  const { workload, order, waveOf, quorums, maxRuns } = input;
  const work = rankWorkload(workload, order);
  const count = order.length;
  const progress = rankProgress(input.progress, order);
  const barriers: Barriers = { waveOf: order.map((task) => waveOf[task] ?? 0), quorums };
  const rollingRunner = new Runner(work, progress);
  const waveRunner = new Runner(work, progress, barriers);
  const estimates = [...order].flatMap((task) => input.estimates[task] ?? []);
  const sampler = new DurationSampler(estimates);
  const random = new Random(input.seed);
  const durations = new Float64Array(count);
  const log = emptyLog(count);
  const rolling = new Samples(maxRuns);
  const waves = new Samples(maxRuns);
  const sequential = new Samples(maxRuns);
  const perWave = Array.from(quorums, () => ({
    open: new Samples(maxRuns),
    starts: new Samples(maxRuns),
    finishes: new Samples(maxRuns),
  }));
  const starts = Array.from(order, () => new Samples(maxRuns));
  const finishes = Array.from(order, () => new Samples(maxRuns));
  const critical = new Float64Array(count);
  const worked = new Float64Array(count);

  let slowerRuns = 0;
  const isKnown = () => [rolling, waves].every((one) => isWithin(one, input.precision));
  const isEnough = ({ count: runs }: Samples) =>
    runs >= fewestRuns && runs % batch === 0 && isKnown();

  while (rolling.count < maxRuns && !isEnough(rolling)) {
    sampler.sample(durations, random);
    const makespan = rollingRunner.run(durations, log);
    rolling.add(makespan);
    let total = 0;
    for (let rank = 0; rank < count; rank++) {
      const task = order[rank] ?? 0;
      const start = log.starts[rank] ?? 0;
      const finish = log.finishes[rank] ?? 0;
      starts[task]?.add(start);
      finishes[task]?.add(finish);
      worked[rank] = (worked[rank] ?? 0) + finish - start;
      total += finish - start;
    }
    sequential.add(total);
    traceCauses(log, rollingRunner.last, critical);
    const inWaves = waveRunner.run(durations, log);
    waves.add(inWaves);
    if (makespan > inWaves + noise) slowerRuns++;
    measureWaves(log, barriers, perWave);
  }
  const runs = Math.max(1, rolling.count);
  const criticality = new Float64Array(count);
  const workHours = new Float64Array(count);
  for (const [rank, task] of order.entries()) {
    criticality[task] = (critical[rank] ?? 0) / runs;
    workHours[task] = (worked[rank] ?? 0) / runs;
  }
  const totals = { runs: rolling.count, isConverged: isKnown(), slowerRuns };
  return {
    ...totals,
    ...{ rolling, waves, sequential, perWave, starts, finishes, workHours, criticality },
  };
}

/** Mean, P80 and P95 are known to such a share of themselves. */
function isWithin(samples: Samples, precision: number): boolean {
  if (samples.standardError > precision * samples.mean) return false;
  const values = samples.quantiles(tails);
  const errors = samples.quantileErrors(tails);
  return values.every((value, at) => (errors[at] ?? 0) <= precision * value);
}

function measureWaves(log: RunLog, { waveOf }: Barriers, perWave: readonly WaveSamples[]): void {
  const first = new Float64Array(perWave.length).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(perWave.length);
  for (let rank = 0; rank < waveOf.length; rank++) {
    const wave = waveOf[rank] ?? 0;
    const finish = log.finishes[rank] ?? 0;
    if (finish === 0) continue;
    first[wave] = Math.min(first[wave] ?? 0, log.starts[rank] ?? 0);
    last[wave] = Math.max(last[wave] ?? 0, finish);
  }
  for (const [wave, { open, starts, finishes }] of perWave.entries()) {
    const end = last[wave] ?? 0;
    const start = Math.min(end, first[wave] ?? 0);
    open.add(end - start);
    starts.add(start);
    finishes.add(end);
  }
}
