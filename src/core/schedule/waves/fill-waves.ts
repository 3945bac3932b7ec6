import { rankWorkload } from "../simulate/rank-workload.ts";
import { RollingFrontier } from "../simulate/rolling-frontier.ts";
import type { WaveList, WaveWork } from "./wave-work.ts";

/**
 * Puts each task in the earliest wave that comes after all it depends on and still has room, by
 * number of tasks and by units: what may start together in a rolling frontier, if all tasks took
 * the same time. A task that needs more units than there are stands in no wave, nor does what comes
 * after it.
 *
 * @param order All tasks, the one that goes first where not all fit first.
 */
export function fillWaves(
  { workload, maxWaveSize }: Pick<WaveWork, "workload" | "maxWaveSize">,
  order: Int32Array,
): WaveList {
  const work = rankWorkload({ ...workload, slots: maxWaveSize }, order);
  const { capacities, needs } = workload;
  const missing = work.missing.slice();
  for (const [rank, task] of order.entries()) {
    const base = task * capacities.length;
    if (capacities.some((units, k) => (needs[base + k] ?? 0) > units)) missing[rank] = -1;
  }
  const frontier = new RollingFrontier(work, missing);
  frontier.reset();
  const waves: number[][] = [];
  for (let rank = frontier.takeNext(); rank >= 0; rank = frontier.takeNext()) {
    const taken = [rank];
    for (let next = frontier.takeNext(); next >= 0; next = frontier.takeNext()) taken.push(next);
    for (const one of taken) frontier.complete(one);
    waves.push(taken.map((one) => order[one] ?? 0));
  }
  return waves;
}
