import { layerGraph } from "../../src/core/graph/layer-graph.ts";
import { measureTails } from "../../src/core/graph/measure-tails.ts";
import { orderBudget } from "../../src/core/schedule/order-budget.ts";
import { Random } from "../../src/core/schedule/random/random.ts";
import { DurationSampler } from "../../src/core/schedule/simulate/duration-sampler.ts";
import { improveOrder } from "../../src/core/schedule/simulate/improve-order.ts";
import { orderByTails } from "../../src/core/schedule/simulate/order-by-tails.ts";
import { rankWorkload } from "../../src/core/schedule/simulate/rank-workload.ts";
import { emptyLog } from "../../src/core/schedule/simulate/run-log.ts";
import { type Barriers, Runner } from "../../src/core/schedule/simulate/runner.ts";
import { Samples } from "../../src/core/schedule/simulate/samples.ts";
import { buildStrictWaves } from "./build-strict-waves.ts";
import { type BenchPlan, makeWorkload } from "./make-workload.ts";
import { measureBest } from "./measure-best.ts";
import { runJudged } from "./run-judged.ts";
import type { Verdict } from "./verdict.ts";

const plans = 200;
const runsPerPlan = 60;

/** What running plans in simulation costs and shows: rolling against waves, orders, calibration. `--json` gives all figures. */
export function run(args: readonly string[]): Promise<number> {
  return Promise.resolve(runJudged(args, measureForecasts));
}

function measureForecasts(verdict: Verdict) {
  const comparison = compareModels(verdict);
  const cost = (count: number) => measureCost(count, verdict);
  verdict.atMost("run cost at 84 tasks, times a longest-path pass", cost(84), 7);
  verdict.atMost("run cost at 1,000 tasks, times a longest-path pass", cost(1000), 12);
  return { plans, runsPerPlan, ...comparison, coverage: calibrate(verdict) };
}

/** Mean makespans of one plan under each policy, over the same durations. */
function compareModels(verdict: Verdict) {
  const names = ["overWaves", "overIds", "overPath", "rollingUse", "waveUse"] as const;
  const [overWaves, overIds, overPath, rollingUse, waveUse] = names.map(() => new Samples(plans));
  let [anomalies, runAnomalies, quorumWaves, waveCount] = [0, 0, 0, 0];
  for (let seed = 1; seed <= plans; seed++) {
    const plan = makeWorkload(84, seed);
    const expected = plan.estimates.map((e) => (e.optimistic + 4 * e.likely + e.pessimistic) / 6);
    const byPath = orderByTails(plan.workload, expected);
    const byId = Int32Array.from(plan.estimates.keys());
    const options = { ...orderBudget(84), seed };
    const improved = improveOrder(plan.workload, plan.estimates, byPath, options);
    const { waveOf, sizes } = buildStrictWaves(plan.workload, byPath);
    const quorums = Int32Array.from(sizes, (size) => Math.ceil(0.95 * size));
    quorumWaves += sizes.filter((size, at) => size !== quorums[at]).length;
    waveCount += sizes.length;
    const { makespans, slower } = runAll(plan, seed + 1000, [
      { order: byPath },
      { order: byPath, waves: { waveOf, quorums } },
      { order: byId },
      { order: improved },
    ]);
    runAnomalies += slower;
    const [path, waves, ids, best] = makespans.map(({ mean }) => mean);
    const work = expected.reduce((sum, hours) => sum + hours, 0);
    if ((best ?? 0) > (waves ?? 0)) anomalies++;
    overWaves?.add(100 * (1 - (best ?? 0) / (waves ?? 1)));
    overIds?.add(100 * (1 - (path ?? 0) / (ids ?? 1)));
    overPath?.add(100 * (1 - (best ?? 0) / (path ?? 1)));
    rollingUse?.add((100 * work) / (10 * (best ?? 1)));
    waveUse?.add((100 * work) / (10 * (waves ?? 1)));
  }
  tell(verdict, "rolling against strict waves, shorter by", overWaves);
  tell(verdict, "slots in use, rolling", rollingUse);
  tell(verdict, "slots in use, waves", waveUse);
  tell(verdict, "rolling by critical path against rolling by ID, shorter by", overIds);
  tell(verdict, "order improved on scenarios against critical path, shorter by", overPath);
  verdict.tell(
    `rolling took longer than waves: on the mean of ${anomalies} of ${plans} plans, in ${runAnomalies} of ${plans * runsPerPlan} runs`,
  );
  verdict.tell(
    `waves in which a quorum of 0.95 leaves a task behind: ${quorumWaves} of ${waveCount}`,
  );
  verdict.atLeast("rolling against strict waves, shorter by", overWaves?.mean ?? 0, 31, " %");
  verdict.atLeast("slots in use, rolling", rollingUse?.mean ?? 0, 67, " %");
  verdict.atLeast("critical path against ID order, shorter by", overIds?.mean ?? 0, 4, " %");
  verdict.atLeast("improved order against critical path", overPath?.mean ?? 0, 0, " %");
  return {
    slowerOnTheMean: anomalies,
    slowerRuns: runAnomalies,
    wavesThatQuorumChanges: quorumWaves,
    waves: waveCount,
  };
}

interface Policy {
  readonly order: Int32Array;
  readonly waves?: Barriers;
}

/**
 * Runs a plan under several policies; all meet the same durations, which none has seen before.
 * `slower` counts the runs in which the last policy, rolling, took longer than waves.
 */
function runAll(plan: BenchPlan, seed: number, policies: readonly Policy[]) {
  const count = plan.estimates.length;
  const sampler = new DurationSampler(plan.estimates);
  const random = new Random(seed);
  const hours = new Float64Array(count);
  const log = emptyLog(count);
  let slower = 0;
  const lanes = policies.map(({ order, waves }) => {
    const barriers = waves && {
      waveOf: order.map((task) => waves.waveOf[task] ?? 0),
      quorums: waves.quorums,
    };
    const runner = new Runner(rankWorkload(plan.workload, order), undefined, barriers);
    return { order, runner, samples: new Samples(runsPerPlan) };
  });
  for (let i = 0; i < runsPerPlan; i++) {
    sampler.sample(hours, random);
    const lengths = lanes.map(({ order, runner, samples }) => {
      const length = runner.run(
        Float64Array.from(order, (task) => hours[task] ?? 0),
        log,
      );
      samples.add(length);
      return length;
    });
    const inWaves = lengths[policies.findIndex(({ waves }) => waves !== undefined)] ?? Infinity;
    if ((lengths.at(-1) ?? 0) > inWaves) slower++;
  }
  return { makespans: lanes.map(({ samples }) => samples), slower };
}

function tell(verdict: Verdict, what: string, samples: Samples | undefined): void {
  const { mean = 0, standardError = 0 } = samples ?? {};
  const margin = 1.96 * standardError;
  verdict.tell(`${what}: ${mean.toFixed(1)} % ± ${margin.toFixed(1)} (95 % of ${plans} plans)`);
}

/** A run with all limits beside a pass that only looks for the longest path; both draw durations. */
function measureCost(count: number, verdict: Verdict): number {
  const plan = makeWorkload(count, 7);
  const order = orderByTails(
    plan.workload,
    plan.estimates.map(({ likely }) => likely),
  );
  const work = rankWorkload(plan.workload, order);
  const runner = new Runner(work);
  const estimates = [...order].flatMap((task) => plan.estimates[task] ?? []);
  const sampler = new DurationSampler(estimates);
  const random = new Random(1);
  const hours = new Float64Array(count);
  const log = emptyLog(count);
  const { order: topological } = layerGraph(work.graph);
  const repeats = Math.ceil(40_000 / count);
  const repeat = (once: () => void) => () => {
    for (let i = 0; i < repeats; i++) {
      sampler.sample(hours, random);
      once();
    }
  };
  const path = repeat(() => measureTails(work.graph, topological, hours));
  const all = repeat(() => runner.run(hours, log));
  const rounds = Array.from({ length: 10 }, () => [measureBest(5, path), measureBest(5, all)]);
  const [pathMs = 0, allMs = 0] = [0, 1].map((at) => Math.min(...rounds.map((r) => r[at] ?? 0)));
  const perSecond = (ms: number) => Math.round((1000 * repeats) / ms);
  verdict.tell(
    `${count} tasks: ${perSecond(allMs)} runs/s, ${perSecond(pathMs)} longest-path passes/s`,
  );
  return allMs / pathMs;
}

/** How many of fresh runs end within the forecast P80, over many plans, under the law assumed and under others. */
function calibrate(verdict: Verdict) {
  const laws = ["as assumed", "heavy tail", "correlated"] as const;
  const covered = laws.map(() => new Samples(30));
  for (let seed = 1; seed <= 30; seed++) {
    const plan = makeWorkload(84, 500 + seed);
    const order = orderByTails(
      plan.workload,
      plan.estimates.map(({ likely }) => likely),
    );
    const draws = laws.map((law) => draw(plan, order, law, seed + 5000, 2000));
    const [p80 = 0] = draw(plan, order, "as assumed", seed, 1000).quantiles([0.8]);
    for (const [at, samples] of draws.entries()) covered[at]?.add(shareWithin(samples, p80));
  }
  for (const [at, law] of laws.entries()) {
    const { mean = 0, standardError = 0 } = covered[at] ?? {};
    const margin = 196 * standardError;
    verdict.tell(`P80 covers, truth ${law}: ${(100 * mean).toFixed(1)} % ± ${margin.toFixed(1)}`);
  }
  verdict.atLeast("P80 covers of simulated truth", 100 * (covered[0]?.mean ?? 0), 78, " %");
  verdict.atMost("P80 covers of simulated truth", 100 * (covered[0]?.mean ?? 0), 82, " %");
  return laws.map((truth, at) => ({ truth, percentWithinP80: 100 * (covered[at]?.mean ?? 0) }));
}

function shareWithin(samples: Samples, limit: number): number {
  const steps = Array.from({ length: 1000 }, (_, i) => (i + 1) / 1000);
  return samples.quantiles(steps).filter((value) => value <= limit).length / steps.length;
}

/** Makespans under a law; correlated: one factor of 0.8 to 1.25 for all tasks of a run; heavy tail: one task in ten takes twice as long. */
function draw(
  { workload, estimates }: BenchPlan,
  order: Int32Array,
  law: "as assumed" | "heavy tail" | "correlated",
  seed: number,
  runs: number,
): Samples {
  const runner = new Runner(rankWorkload(workload, order));
  const sampler = new DurationSampler([...order].flatMap((task) => estimates[task] ?? []));
  const random = new Random(seed);
  const hours = new Float64Array(order.length);
  const log = emptyLog(order.length);
  const samples = new Samples(runs);
  for (let i = 0; i < runs; i++) {
    sampler.sample(hours, random);
    if (law === "correlated") {
      const factor = 0.8 * 1.5625 ** random.fraction();
      for (let rank = 0; rank < hours.length; rank++) hours[rank] = (hours[rank] ?? 0) * factor;
    }
    if (law === "heavy tail") {
      for (let rank = 0; rank < hours.length; rank++) {
        if (random.fraction() < 0.1) hours[rank] = 2 * (hours[rank] ?? 0);
      }
    }
    samples.add(runner.run(hours, log));
  }
  return samples;
}
