import type { TaskState } from "../../model/task-state.ts";
import type { TaskSituation } from "../situation/situation.ts";

/**
 * The state of each task by key; a task whose issue was closed without being completed has none.
 * A claim or a pull request counts only for a task that may start: taking a task out of turn
 * does not make it its turn.
 */
export function judgeTaskStates(
  tasks: readonly TaskSituation[],
  startable: ReadonlySet<string>,
): ReadonlyMap<string, TaskState> {
  const states = new Map<string, TaskState>();
  for (const task of tasks) {
    const state = judgeState(task, startable.has(task.key));
    if (state) states.set(task.key, state);
  }
  return states;
}

function judgeState(task: TaskSituation, isStartable: boolean): TaskState | undefined {
  const { standing, blockers, pulls, issue, landingUntil } = task;
  if (standing === "completed") return "completed";
  if (standing === "shelved") return undefined;
  if (standing === "gone" || blockers.length > 0) return "blocked";
  if (landingUntil !== undefined) return "running";
  if (!isStartable) return "ready";
  if (pulls.length > 0) return "running";
  return (issue?.assignees.length ?? 0) > 0 ? "assigned" : "queued";
}
