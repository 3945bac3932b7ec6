import type { Config, TaskHints } from "../model/config.ts";
import type { FeatureId, TaskId } from "../model/ids.ts";
import type { ResourceNeed, Task } from "../model/plan.ts";
import type { SpecTask } from "../model/spec.ts";

/** What earlier steps found about each task, by `SpecTask.ref`. */
export interface TaskFindings {
  readonly ids: ReadonlyMap<string, TaskId>;
  readonly featureOf: ReadonlyMap<string, FeatureId>;
  readonly needs: ReadonlyMap<string, readonly ResourceNeed[]>;
  readonly hashes: ReadonlyMap<string, string>;
  /** By task ID: what else is to be checked on it. */
  readonly checks: ReadonlyMap<TaskId, readonly string[]>;
  readonly taskHints: Config["taskHints"];
}

/** The plan's tasks in document order. */
export function buildTasks(tasks: readonly SpecTask[], found: TaskFindings): readonly Task[] {
  return tasks.flatMap((task) => {
    const id = found.ids.get(task.ref);
    const featureId = found.featureOf.get(task.ref);
    const { state } = task;
    if (id === undefined || featureId === undefined || state === "cancelled") return [];
    return [
      {
        ...task,
        id,
        featureId,
        state,
        phase: task.phase ?? 0,
        doneWhen: [...task.doneWhen, ...(found.checks.get(id) ?? [])],
        needs: found.needs.get(task.ref) ?? [],
        hints: findHints([id, task.ownId, "*"], found.taskHints),
        evidence: [task.evidence],
        contentHash: found.hashes.get(task.ref) ?? "",
      },
    ];
  });
}

function findHints(
  names: readonly (string | undefined)[],
  hints: Config["taskHints"],
): TaskHints | undefined {
  const name = names.find((one) => one !== undefined && Object.hasOwn(hints, one));
  return name === undefined ? undefined : hints[name];
}
