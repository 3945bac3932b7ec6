import type { ResourceId, TaskId } from "../../src/core/model/ids.ts";
import { LiveFrontier } from "../../src/core/schedule/live-frontier.ts";
import { makeDag } from "./make-dag.ts";

const slots = 10;

/**
 * Microseconds of the processor that one completion costs, with the start of what it lets begin, in
 * plans of so many tasks: each task waits for three others on average, every tenth takes one of three
 * units. Of small plans so many are taken in turn that all sizes meet caches as cold. Best of several.
 */
export function measureCompletions(count: number, total: number, rounds: number): number {
  const dags = Array.from({ length: total / count }, (_, at) => makeDag(count, 3, at));
  const states = dags.map(({ names, edges }) => ({
    tasks: names.map((id, at) => ({
      id: id as TaskId,
      needs: at % 10 === 0 ? [{ resource: "db" as ResourceId, units: 1 }] : [],
    })),
    edges: edges as readonly (readonly [TaskId, TaskId])[],
    completed: new Set<TaskId>(),
    started: new Set<TaskId>(),
    capacities: new Map([["db" as ResourceId, 3]]),
    maxConcurrent: slots,
  }));
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const frontiers = states.map((state) => new LiveFrontier(state));
    const before = process.cpuUsage();
    let finished = 0;
    for (const frontier of frontiers) finished += play(frontier);
    const { user, system } = process.cpuUsage(before);
    if (finished !== total) throw new Error(`${finished} of ${total} tasks came to their end`);
    best = Math.min(best, (user + system) / total);
  }
  return best;
}

/** Runs a plan to its end, first begun first finished; how many tasks were finished. */
function play(frontier: LiveFrontier): number {
  const underWay: TaskId[] = [];
  let finished = 0;
  for (;;) {
    for (let id = frontier.startNext(); id; id = frontier.startNext()) underWay.push(id);
    const next = underWay[finished];
    if (next === undefined) return finished;
    frontier.complete(next);
    finished++;
  }
}
