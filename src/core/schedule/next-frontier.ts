import type { TaskId } from "../model/ids.ts";
import type { Frontier } from "../model/schedule.ts";
import { findShortage } from "./find-shortage.ts";
import { type FrontierState, type FrontierTask, LiveFrontier } from "./live-frontier.ts";
import { takeUnits } from "./take-units.ts";

/** The state of a plan at one moment, and what is urgent in it. */
export interface FrontierInput extends FrontierState {
  /** In document order, which breaks ties of urgency. */
  readonly tasks: readonly (FrontierTask & {
    /** The higher, the sooner; such as how early a task stands in the plan's priority. */
    readonly urgency: number;
  })[];
}

/**
 * What may be started now: of the tasks that are neither completed nor started nor held back and whose
 * predecessors are all completed, those that fit the free slots and units, the most urgent first.
 *
 * `ready` is in document order, `startable` and `waiting` by urgency.
 */
export function nextFrontier(input: FrontierInput): Frontier {
  const { completed, started, heldBack, edges } = input;
  const tasks = input.tasks.toSorted((a, b) => b.urgency - a.urgency);
  const live = new LiveFrontier({ ...input, tasks });
  const startable: TaskId[] = [];
  for (let id = live.startNext(); id; id = live.startNext()) startable.push(id);

  const blocked = new Set(edges.flatMap(([from, to]) => (completed.has(from) ? [] : [to])));
  const isReady = ({ id }: FrontierTask) =>
    ![completed, started, blocked, heldBack].some((some) => some?.has(id) === true);
  const free = new Map(input.capacities);
  const running = new Set([...started].filter((id) => !completed.has(id)).concat(startable));
  for (const { id, needs } of tasks) if (running.has(id)) takeUnits(needs, free);
  const waiting = tasks.filter((task) => isReady(task) && !running.has(task.id));
  return {
    ready: input.tasks.filter(isReady).map(({ id }) => id),
    startable,
    waiting: waiting.map(({ id, needs }) => ({
      task: id,
      resource: findShortage(needs, free) ?? "max_concurrent_tasks",
    })),
  };
}
