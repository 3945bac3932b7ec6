import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Task } from "../../model/plan.ts";
import type { SpecFile } from "../../model/spec.ts";

/** What a task's own text says of it, in the form that tasks.json has; what it does not say is absent. */
export function toStatedWords(task: Task): Partial<TaskJson> {
  const { type, owner, isOptional, effort, subtasks, files, resources, priority, checks } = task;
  return {
    stated_type: type,
    owner,
    optional: isOptional || undefined,
    stated_effort: effort && toEffort(effort),
    subtasks: unlessEmpty(toSubtasks(task.ownId ?? task.id, subtasks)),
    files: unlessEmpty(files.map(toFile)),
    stated_resources: unlessEmpty(resources),
    scheduling_hints: priority && { priority },
    acceptance_checks: unlessEmpty(checks.map(toCheck)),
    notes: unlessEmpty(task.notes),
    risks: unlessEmpty(task.risks),
    requirements: unlessEmpty(task.requirements),
  };
}

function toEffort(effort: NonNullable<Task["effort"]>): TaskJson["stated_effort"] {
  const { hours, minHours, maxHours, points, parts, text } = effort;
  const isSplit = Object.values(parts).some((part) => part !== undefined);
  const split = isSplit ? { ...parts } : undefined;
  return { hours, min_hours: minHours, max_hours: maxHours, points, parts: split, text };
}

/** A step without an ID gets its task's with its place (`T031.2`), or the next one that is free. */
function toSubtasks(taskId: string, subtasks: Task["subtasks"]) {
  const taken = new Set(subtasks.flatMap(({ id }) => id ?? []));
  return subtasks.map(({ id, title, isDone, hours, files, output, line }, index) => {
    const own = id ?? nameStep(taskId, index + 1, taken);
    const listed = unlessEmpty(files.map(toFile));
    return { id: own, title, done: isDone, hours, files: listed, output, line };
  });
}

function nameStep(taskId: string, place: number, taken: Set<string>): string {
  let number = place;
  while (taken.has(`${taskId}.${number}`)) number += 1;
  taken.add(`${taskId}.${number}`);
  return `${taskId}.${number}`;
}

function toFile({ path, action }: SpecFile) {
  return { path, action };
}

function toCheck({ command, expects }: Task["checks"][number]) {
  const expect = expects === undefined ? undefined : { stated: expects };
  return { type: "command", cmd: command, expect };
}

function unlessEmpty<Item>(items: readonly Item[]): Item[] | undefined {
  return items.length === 0 ? undefined : [...items];
}
