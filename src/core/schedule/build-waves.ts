import { countPredecessors } from "../graph/count-predecessors.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Wave } from "../model/schedule.ts";
import { findShortage } from "./find-shortage.ts";
import { ReadyPool } from "./ready-pool.ts";
import { takeUnits } from "./take-units.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/**
 * Groups tasks into waves: each stands in the earliest wave that comes after
 * all it depends on and still has room, by number of tasks and by units.
 *
 * Where more are ready than there is room for, the one with the longest path
 * still behind it goes first, and the place in the document breaks ties. A
 * task that needs more units than exist stands in no wave, nor does what comes
 * after it. Each wave's tasks are in document order.
 *
 * @param tails By place, number of tasks on the longest path from there.
 * @param maxWaveSize An integer of at least 1.
 * @param quorum Share of a wave that must be finished before the next opens.
 */
export function buildWaves(
  { tasks, graph, capacities }: ScheduleGraph,
  tails: ArrayLike<number>,
  maxWaveSize: number,
  quorum: number,
): readonly Wave[] {
  const missing = countPredecessors(graph);
  const pool = new ReadyPool(tasks, tails);
  for (const [place, task] of tasks.entries()) if (missing[place] === 0) offer(place, task.needs);

  const waves: Wave[] = [];
  while (pool.size > 0) {
    const taken = fillWave();
    waves.push(toWave(taken));
    for (const place of taken) release(place);
  }
  return waves;

  function offer(place: number, needs: (typeof tasks)[number]["needs"]): void {
    if (findShortage(needs, capacities) === undefined) pool.add(place);
  }

  function fillWave(): readonly number[] {
    const free = new Map(capacities);
    const taken: number[] = [];
    while (taken.length < maxWaveSize) {
      const place = pool.takeMostUrgent(free);
      if (place === undefined) break;
      taken.push(place);
      takeUnits(tasks[place]?.needs ?? [], free);
    }
    return taken.sort((a, b) => a - b);
  }

  function release(place: number): void {
    for (const to of graph.targets.subarray(graph.starts[place], graph.starts[place + 1])) {
      const left = (missing[to] ?? 0) - 1;
      missing[to] = left;
      if (left === 0) offer(to, tasks[to]?.needs ?? []);
    }
  }

  function toWave(places: readonly number[]): Wave {
    const members = places.flatMap((place) => tasks.slice(place, place + 1));
    const resourceUsage: Record<ResourceId, number> = {};
    for (const { resource, units } of members.flatMap(({ needs }) => needs)) {
      resourceUsage[resource] = (resourceUsage[resource] ?? 0) + units;
    }
    const ids = members.map(({ id }) => id);
    const enough = Math.ceil(quorum * ids.length);
    return { number: waves.length + 1, tasks: ids, resourceUsage, quorum: enough };
  }
}
