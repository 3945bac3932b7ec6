import { buildFrontierState } from "../core/artifacts/look/build-frontier-state.ts";
import { findStuckTasks } from "../core/artifacts/look/find-stuck-tasks.ts";
import { listStartable } from "../core/artifacts/look/list-startable.ts";
import { readTasks } from "../core/artifacts/read-tasks.ts";
import type { StartableTask } from "../core/model/startable-task.ts";
import type { StuckTasks } from "../core/model/stuck-tasks.ts";
import { nextFrontier } from "../core/schedule/next-frontier.ts";
import type { PlacedPlan } from "./open-plan.ts";

/** What comes next in a plan, as its boxes stood when it was made. */
export interface NextTasks {
  /** The most urgent first, then those that wait only for a resource or a slot. */
  readonly startable: readonly StartableTask[];
  /** Why others can never start. */
  readonly stuck: readonly StuckTasks[];
  /** Tasks by how far they are; `blocked` ones wait for others, or the spec says that they are blocked or deferred. */
  readonly counts: { readonly done: number; readonly started: number; readonly blocked: number };
}

/**
 * Tells what may start now in a plan, whoever wrote it, from its dependencies and resources: what
 * coordinator.json has in its queues is not asked, since it may be empty or out of date.
 *
 * @throws {InputError} if tasks.json is missing, is not JSON or has a wrong field.
 */
export function listNext({ place, files }: PlacedPlan): NextTasks {
  const read = readTasks(files, place);
  const state = buildFrontierState(read);
  const startable = listStartable(read, nextFrontier(state));
  const [done, started] = [state.completed.size, state.started.size];
  return {
    startable,
    stuck: findStuckTasks(read),
    counts: { done, started, blocked: state.tasks.length - done - started - startable.length },
  };
}
