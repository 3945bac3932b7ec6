import type { ResourceId, TaskId } from "../model/ids.ts";
import type { Frontier } from "../model/schedule.ts";
import type { UnitNeed } from "./find-shortage.ts";
import { fitResources } from "./fit-resources.ts";
import { takeUnits } from "./take-units.ts";

/** A task as the frontier sees it. */
interface FrontierTask {
  readonly id: TaskId;
  readonly needs: readonly UnitNeed[];
  /** The higher, the sooner; such as the number of tasks on the longest path from here. */
  readonly urgency: number;
}

/** The state of a plan at one moment. */
export interface FrontierInput {
  /** In document order, which breaks ties of urgency. */
  readonly tasks: readonly FrontierTask[];
  /** Precedence: [before, after]. */
  readonly edges: readonly (readonly [TaskId, TaskId])[];
  readonly completed: ReadonlySet<TaskId>;
  /** Under way; each takes a slot and all its units. */
  readonly started: ReadonlySet<TaskId>;
  /** Units of each resource in all; one not listed has no limit. */
  readonly capacities: ReadonlyMap<ResourceId, number>;
  /** Most tasks under way at once. */
  readonly maxConcurrent: number;
}

/**
 * What may be started now: of the tasks that are neither completed nor started
 * and whose predecessors are all completed, those that fit the free slots and
 * units, the most urgent first.
 *
 * `ready` is in document order, `startable` and `waiting` by urgency.
 */
export function nextFrontier(input: FrontierInput): Frontier {
  const { tasks, edges, completed, started, maxConcurrent } = input;
  const blocked = new Set(edges.flatMap(([from, to]) => (completed.has(from) ? [] : [to])));
  const underWay = tasks.filter(({ id }) => started.has(id) && !completed.has(id));
  const ready = tasks.filter(
    ({ id }) => !completed.has(id) && !started.has(id) && !blocked.has(id),
  );
  const mostUrgentFirst = ready.toSorted((a, b) => b.urgency - a.urgency);
  const slots = Math.max(0, maxConcurrent - underWay.length);
  const fit = fitResources(mostUrgentFirst, listFree(input.capacities, underWay), slots);
  return { ready: ready.map(({ id }) => id), startable: fit.fitting, waiting: fit.waiting };
}

function listFree(
  capacities: ReadonlyMap<ResourceId, number>,
  underWay: readonly FrontierTask[],
): ReadonlyMap<ResourceId, number> {
  const free = new Map(capacities);
  for (const { needs } of underWay) takeUnits(needs, free);
  return free;
}
