import type { SpecTask } from "../model/spec.ts";
import { canonicalJson } from "../text/canonical-json.ts";

/** Content hash of each task by `SpecTask.ref`: of all that it says, not of its ID, its place or its boxes. */
export function hashTasks(
  tasks: readonly SpecTask[],
  hash: (text: string) => string,
): ReadonlyMap<string, string> {
  return new Map(tasks.map((task) => [task.ref, hash(canonicalJson(toContent(task)))]));
}

function toContent(task: SpecTask) {
  const { title, description, files, doneWhen, type, isOptional, priority, owner } = task;
  const { notes, risks, resources, requirements } = task;
  return {
    ...{ title, description, files, doneWhen, type, isOptional, priority, owner },
    ...{ notes, risks, resources, requirements },
    skills: task.skills.length === 0 ? undefined : task.skills,
    effort: task.effort?.text,
    subtasks: task.subtasks.map(({ title, hours, files, output }) => ({
      ...{ title, hours, files, output },
    })),
    checks: task.checks.map(({ command, expects }) => ({ command, expects })),
  };
}
