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
  readonly config: Pick<Config, "taskHints" | "people">;
}

/** The plan's tasks in document order. */
export function buildTasks(tasks: readonly SpecTask[], found: TaskFindings): readonly Task[] {
  return tasks.flatMap((task) => {
    const id = found.ids.get(task.ref);
    const featureId = found.featureOf.get(task.ref);
    const { state } = task;
    const names = [id, task.ownId];
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
        hints: findHints([...names, "*"], found.config),
        skills: pickSkills(task, names, found.config),
        evidence: [task.evidence],
        contentHash: found.hashes.get(task.ref) ?? "",
      },
    ];
  });
}

function findHints(
  names: readonly (string | undefined)[],
  { taskHints }: Pick<Config, "taskHints">,
): TaskHints | undefined {
  const name = names.find((one) => one !== undefined && Object.hasOwn(taskHints, one));
  return name === undefined ? undefined : taskHints[name];
}

/** By its own entry in the settings, else by its text, where case makes no other skill, else by the entry for all. */
function pickSkills(
  { skills }: SpecTask,
  names: readonly (string | undefined)[],
  config: TaskFindings["config"],
): readonly string[] {
  const own = findHints(names, config)?.skills ?? [];
  if (own.length > 0) return own;
  const known = new Map(
    config.people.flatMap((one) => one.skills.map((skill) => [skill.toLowerCase(), skill])),
  );
  const stated = skills.map((skill) => known.get(skill.toLowerCase()) ?? skill);
  return stated.length > 0 ? stated : (findHints([...names, "*"], config)?.skills ?? []);
}
