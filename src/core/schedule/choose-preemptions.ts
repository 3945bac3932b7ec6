import type { Allocation } from "../model/config.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import type { Frontier, Preemption } from "../model/schedule.ts";
import type { Priority } from "../model/spec.ts";
import { findShortage } from "./find-shortage.ts";
import type { FrontierState, FrontierTask } from "./live-frontier.ts";
import { takeUnits } from "./take-units.ts";

/** A task that may have to give way, or may be given way to. */
interface RankedTask extends FrontierTask {
  readonly priority: Priority | undefined;
  readonly isPreemptible: boolean;
}

/** A plan at one moment, with what its tasks are worth. */
export interface PreemptionInput extends FrontierState {
  /** The most urgent first. */
  readonly tasks: readonly RankedTask[];
}

/**
 * Which tasks under way should give way so that one of higher priority can start that waits only for
 * a slot or for units: the lowest priority first, of equals the least urgent, and none for nothing.
 * Only tasks marked as preemptible give way. Who waits is served in order; a task without a priority
 * counts as medium.
 *
 * @param frontier What may start now; that is taken as started.
 */
export function choosePreemptions(
  input: PreemptionInput,
  { startable, waiting }: Pick<Frontier, "startable" | "waiting">,
  { isPreemptionEnabled, preemptionPriorities }: Allocation,
): readonly Preemption[] {
  if (!isPreemptionEnabled) return [];
  const rankOf = ({ priority = "medium" }: RankedTask) => preemptionPriorities.indexOf(priority);
  const tasks = new Map(input.tasks.map((task) => [task.id, task]));
  const isRunning = ({ id }: RankedTask) => input.started.has(id) && !input.completed.has(id);
  let room = roomOf(
    input,
    input.tasks.filter((task) => isRunning(task) || startable.includes(task.id)),
  );
  // a priority that is not in the list neither gives way nor is given way to
  const able = input.tasks
    .filter((task) => isRunning(task) && task.isPreemptible && rankOf(task) >= 0)
    .reverse()
    .sort((a, b) => rankOf(a) - rankOf(b));
  const gone = new Set<TaskId>();
  const chosen: Preemption[] = [];
  for (const { task: id } of waiting) {
    const task = tasks.get(id);
    if (task === undefined) continue;
    const lower = able.filter((one) => !gone.has(one.id) && rankOf(one) < rankOf(task));
    const victims = chooseLeast(task, lower, room);
    if (victims === undefined) continue;
    for (const victim of victims) {
      gone.add(victim.id);
      chosen.push({ task: victim.id, to: id });
    }
    room = take(task, giveBack(victims, room));
  }
  return chosen;
}

interface Room {
  readonly free: ReadonlyMap<ResourceId, number>;
  readonly slots: number;
}

function roomOf(
  { capacities, maxConcurrent }: FrontierState,
  running: readonly FrontierTask[],
): Room {
  return running.reduce((room, task) => take(task, room), {
    ...{ free: capacities, slots: maxConcurrent },
  });
}

/** As few as will do, from the front; `undefined` if all of them would not. */
function chooseLeast(
  task: RankedTask,
  lower: readonly RankedTask[],
  room: Room,
): readonly RankedTask[] | undefined {
  const count = lower.findIndex((_, at) => fits(task, giveBack(lower.slice(0, at + 1), room)));
  if (count < 0) return undefined;
  let chosen = lower.slice(0, count + 1);
  for (const one of chosen) {
    const others = chosen.filter((other) => other !== one);
    if (fits(task, giveBack(others, room))) chosen = others;
  }
  return chosen;
}

function fits({ needs }: FrontierTask, { free, slots }: Room): boolean {
  return slots > 0 && findShortage(needs, free) === undefined;
}

function take({ needs }: FrontierTask, { free, slots }: Room): Room {
  const left = new Map(free);
  takeUnits(needs, left);
  return { free: left, slots: slots - 1 };
}

function giveBack(tasks: readonly FrontierTask[], { free, slots }: Room): Room {
  const more = new Map(free);
  for (const { resource, units } of tasks.flatMap(({ needs }) => needs)) {
    const left = more.get(resource);
    if (left !== undefined) more.set(resource, left + units);
  }
  return { free: more, slots: slots + tasks.length };
}
