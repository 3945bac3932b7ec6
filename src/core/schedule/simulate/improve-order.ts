import type { HoursEstimate } from "../../model/schedule.ts";
import { Random } from "../random/random.ts";
import { DurationSampler } from "./duration-sampler.ts";
import { rankWorkload } from "./rank-workload.ts";
import { emptyLog } from "./run-log.ts";
import { Runner } from "./runner.ts";
import type { Workload } from "./workload.ts";

/** How much to try. */
export interface ImproveOptions {
  /** Orders to try at most. */
  readonly candidates: number;
  /** Runs that each is judged by: the same durations for all. */
  readonly scenarios: number;
  readonly seed: number;
}

/**
 * Moves tasks of an order forward or back as long as the mean makespan over
 * sampled durations gets shorter. An order made best for the expected
 * durations alone would do worse than the one started from once durations
 * vary. Where nothing is gained the order stays as it was. Same seed, same order.
 *
 * @param order All tasks, the most urgent first.
 */
export function improveOrder(
  workload: Workload,
  estimates: readonly HoursEstimate[],
  order: Int32Array,
  { candidates, scenarios, seed }: ImproveOptions,
): Int32Array {
  const count = order.length;
  if (count < 2) return order;
  const random = new Random(seed);
  const sampler = new DurationSampler(estimates);
  const samples = Array.from({ length: scenarios }, () => {
    const hours = new Float64Array(count);
    sampler.sample(hours, random);
    return hours;
  });
  const log = emptyLog(count);
  const ranked = new Float64Array(count);
  let best = order;
  const given = measureMean(best, Number.POSITIVE_INFINITY);
  let shortest = given;
  for (let tried = 1; tried < candidates; tried++) {
    const candidate = moveOne(best, random);
    const mean = measureMean(candidate, shortest);
    if (mean > shortest) continue;
    shortest = mean;
    best = candidate;
  }
  return shortest < given ? best : order;

  /** Stops early once the sum is above what `limit` allows. */
  function measureMean(taskOf: Int32Array, limit: number): number {
    const runner = new Runner(rankWorkload(workload, taskOf));
    let sum = 0;
    for (const hours of samples) {
      for (let rank = 0; rank < count; rank++) ranked[rank] = hours[taskOf[rank] ?? 0] ?? 0;
      sum += runner.run(ranked, log);
      if (sum > limit * scenarios) break;
    }
    return sum / scenarios;
  }
}

function moveOne(order: Int32Array, random: Random): Int32Array {
  const moved = order.slice();
  const from = random.below(order.length);
  const reach = Math.max(1, Math.min(order.length >> 1, 20));
  const step = 1 + random.below(reach);
  const to = Math.max(0, Math.min(order.length - 1, random.next() % 2 ? from + step : from - step));
  const task = moved[from] ?? 0;
  if (to < from) moved.copyWithin(to + 1, to, from);
  else moved.copyWithin(from, from + 1, to + 1);
  moved[to] = task;
  return moved;
}
