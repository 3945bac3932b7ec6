import type { TaskId } from "../../model/ids.ts";
import type { Task } from "../../model/plan.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { TaskFacts } from "./task-facts.ts";

/** Most tasks that a list of neighbours names. */
const mostListed = 10;

/**
 * Gives the facts of a task by its place in the plan; `undefined` where nothing was estimated.
 *
 * @param rivals By task, those that must not run beside it.
 */
export function listTaskFacts(
  { plan, schedule, preset }: ArtifactInput,
  rivals: ReadonlyMap<TaskId, readonly TaskId[]>,
): (task: Task, index: number) => TaskFacts | undefined {
  const byId = new Map(plan.tasks.map((task) => [task.id, task]));
  const after = groupBy(plan.dag.edges, ({ from }) => from);
  const features = new Map(plan.features.map(({ id, priority }) => [id, priority]));
  const forecasts = new Map(
    schedule.forecast?.tasks.map(({ id, criticality }) => [id, criticality]),
  );
  const groups = new Map(
    schedule.parallelGroups.flatMap(({ tasks }) => tasks.map((id) => [id, tasks] as const)),
  );
  const users = groupFiles(plan.tasks);
  const { taskHints } = plan.config;
  return (task, index) => {
    const hours = schedule.estimates[index];
    if (hours === undefined) return undefined;
    const hintKey = [task.id, task.ownId, "*"].find(
      (name) => name !== undefined && Object.hasOwn(taskHints, name),
    );
    const others = task.files.flatMap(({ path }) => users.get(path) ?? []);
    return {
      kind: plan.works?.get(task.id) ?? "build",
      hours,
      next: (after.get(task.id) ?? []).flatMap(({ to }) => byId.get(to) ?? []),
      rivals: rivals.get(task.id) ?? [],
      fileRivals: without(others, task.id),
      parallel: without(groups.get(task.id) ?? [], task.id),
      criticality: forecasts.get(task.id),
      featurePriority: features.get(task.featureId),
      hints: hintKey === undefined ? undefined : taskHints[hintKey],
      code: plan.code?.ofTask.get(task.id),
      interfaces: plan.interfaces?.get(task.id),
      preset,
    };
  };
}

/** Tasks by the files that they name; a file that very many name says nothing of any of them. */
function groupFiles(tasks: readonly Task[]): ReadonlyMap<string, readonly TaskId[]> {
  const uses = tasks.flatMap(({ id, files }) => files.map(({ path }) => ({ id, path })));
  const grouped = [...groupBy(uses, ({ path }) => path)];
  return new Map(
    grouped
      .filter(([, some]) => some.length > 1 && some.length <= mostListed)
      .map(([path, some]) => [path, some.map(({ id }) => id)]),
  );
}

/** Others than a task, each once and the first few. */
function without(ids: readonly TaskId[], own: TaskId): readonly TaskId[] {
  const seen = new Set<TaskId>();
  for (const id of ids) {
    if (id !== own) seen.add(id);
    if (seen.size === mostListed) break;
  }
  return [...seen];
}
