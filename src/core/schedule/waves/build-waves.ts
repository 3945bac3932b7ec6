import type { Wave } from "../../model/schedule.ts";
import { orderByTails } from "../simulate/order-by-tails.ts";
import { rankWorkload } from "../simulate/rank-workload.ts";
import { emptyLog } from "../simulate/run-log.ts";
import { Runner } from "../simulate/runner.ts";
import type { Workload } from "../simulate/workload.ts";
import type { ScheduleGraph } from "../to-schedule-graph.ts";
import { toWorkload } from "../to-workload.ts";
import { countEnough } from "./count-enough.ts";
import { fillWaves } from "./fill-waves.ts";
import { splitLayers } from "./split-layers.ts";
import { toWave } from "./to-wave.ts";
import type { WaveOptions } from "./wave-options.ts";
import type { WaveList, WaveWork } from "./wave-work.ts";

/** Above so many tasks only one way of making waves is tried. */
const maxCompared = 2000;

/**
 * Groups tasks into waves: each after all it depends on, none bigger than it may be, none with tasks
 * that need more of a resource than there is or that must not overlap. A shortage of machines or
 * people parts no wave; tasks queue for these inside it, as they do for slots.
 *
 * Several ways are tried: what most work waits for first, and layers split so that their parts are
 * balanced by hours or hold tasks of about the same length. The one whose waves take the least time
 * in all stays, at expected hours; of equal ones the first. A task that needs more units than there
 * are stands in no wave, nor does what comes after it. Each wave's tasks are in document order.
 */
export function buildWaves(graph: ScheduleGraph, options: WaveOptions): readonly Wave[] {
  const { hours, maxWaveSize } = options;
  const whole = toWorkload(graph, options.maxConcurrent);
  const work = { workload: partingWorkload(graph), hours, maxWaveSize };
  const plain = fillWaves(work, orderByTails(whole, hours));
  const isWhole = plain.reduce((sum, wave) => sum + wave.length, 0) === hours.length;
  const lists =
    isWhole && plain.length > 0 && hours.length <= maxCompared
      ? [plain, ...listOthers(work)]
      : [plain];
  const best = pickShortest(lists, (list) => measureHours(list, whole, options));
  return best.map((places, at) => toWave(places, at + 1, graph, options));
}

/**
 * The plan with those needs alone that keep tasks out of one wave, and those that no number of units
 * covers, which keep a task out of all.
 */
function partingWorkload({ graph, limits, needs, capacities }: ScheduleGraph) {
  const parting = new Set(
    limits.flatMap(({ id, kind }) => (kind === "resource" || kind === "apart" ? [id] : [])),
  );
  const kept = needs.map((list) =>
    list.filter(
      ({ resource, units }) => parting.has(resource) || units > (capacities.get(resource) ?? units),
    ),
  );
  const used = new Set([...parting, ...kept.flat().map(({ resource }) => resource)]);
  const left = new Map([...capacities].filter(([id]) => used.has(id)));
  return toWorkload({ graph, capacities: left, needs: kept }, 1);
}

function listOthers(work: WaveWork): readonly WaveList[] {
  const { hours } = work;
  const longestFirst = Int32Array.from(hours.keys()).sort(
    (a, b) => (hours[b] ?? 0) - (hours[a] ?? 0) || a - b,
  );
  return [splitLayers(work, "balanced"), splitLayers(work, "alike"), fillWaves(work, longestFirst)];
}

function pickShortest(lists: readonly WaveList[], measure: (list: WaveList) => number): WaveList {
  let [best = []] = lists;
  if (lists.length < 2) return best;
  let least = measure(best);
  for (const list of lists.slice(1)) {
    const time = measure(list);
    // less than a minute is no reason
    if (time > least - 1 / 60) continue;
    best = list;
    least = time;
  }
  return best;
}

/** Hours until the last wave is finished, if every task took what is expected. */
function measureHours(waves: WaveList, workload: Workload, { hours, quorum }: WaveOptions): number {
  const order = orderByTails(workload, hours);
  const waveOf = new Int32Array(hours.length);
  for (const [at, wave] of waves.entries()) for (const task of wave) waveOf[task] = at;
  const barriers = {
    waveOf: order.map((task) => waveOf[task] ?? 0),
    quorums: Int32Array.from(waves, ({ length }) => countEnough(length, quorum)),
  };
  const runner = new Runner(rankWorkload(workload, order), undefined, barriers);
  return runner.run(
    Float64Array.from(order, (task) => hours[task] ?? 0),
    emptyLog(hours.length),
  );
}
