import { buildFrontierState } from "../core/artifacts/look/build-frontier-state.ts";
import { readTasks } from "../core/artifacts/read-tasks.ts";
import { readWaves } from "../core/artifacts/read-waves.ts";
import type { Config } from "../core/model/config.ts";
import type { TaskId } from "../core/model/ids.ts";
import type { Rehearsal } from "../core/model/rehearsal.ts";
import { rehearsePlan } from "../core/schedule/rehearse-plan.ts";
import type { PlacedPlan } from "./open-plan.ts";

/** How a plan is to be run; what is left out is as the plan has it. */
export interface RehearsalWish {
  readonly model?: Config["executionModel"] | undefined;
  /** Most tasks at once, if the plan does not allow fewer. */
  readonly mostAtOnce?: number | undefined;
}

/** A plan that was run without doing any of it. */
export interface RehearsedPlan extends Rehearsal {
  readonly model: Config["executionModel"];
  readonly maxConcurrent: number;
  readonly doneBefore: number;
  readonly titles: ReadonlyMap<string, string>;
}

/** Of a task whose plan says no hours. */
const unstatedHours = 1;

/**
 * Runs a plan from its files as an executor would, task by task at likely hours, and does nothing. The
 * plan should be valid.
 *
 * @throws {InputError} if tasks.json, or waves.json where it is needed, cannot be read.
 */
export function rehearseExecution(
  { place, files }: PlacedPlan,
  { model: wanted, mostAtOnce = Number.POSITIVE_INFINITY }: RehearsalWish,
): RehearsedPlan {
  const read = readTasks(files, place);
  const model = wanted ?? read.tasks.meta.execution_model;
  const state = buildFrontierState(read);
  const maxConcurrent = Math.min(state.maxConcurrent, mostAtOnce);
  const waves = model === "wave_based" ? readWaves(files, place) : undefined;
  const hours = new Map(
    read.tasks.tasks.map(({ id, duration }) => [
      id as TaskId,
      duration?.mostLikely ?? unstatedHours,
    ]),
  );
  return {
    ...rehearsePlan({ ...state, maxConcurrent }, hours, waves),
    ...{ model, maxConcurrent },
    doneBefore: state.completed.size,
    titles: new Map(read.tasks.tasks.map(({ id, title }) => [id, title])),
  };
}
