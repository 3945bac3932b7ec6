import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Frontier } from "../../model/schedule.ts";
import type { StartableTask } from "../../model/startable-task.ts";
import type { TaskFiles } from "../read/artifact-set.ts";
import { listNeeds } from "../read/list-needs.ts";

/** Who may start now, the most urgent first, then who waits only for a resource or a slot. */
export function listStartable(
  { tasks }: TaskFiles,
  { startable, waiting }: Frontier,
): readonly StartableTask[] {
  const byId = new Map<string, TaskJson>(tasks.tasks.map((task) => [task.id, task]));
  return [
    ...startable.map((id) => ({ id, waitsFor: undefined })),
    ...waiting.map(({ task, resource }) => ({ id: task, waitsFor: resource })),
  ].flatMap(({ id, waitsFor }) => {
    const task = byId.get(id);
    return task === undefined ? [] : [{ ...toStartable(task), waitsFor }];
  });
}

function toStartable(task: TaskJson): Omit<StartableTask, "waitsFor"> {
  const { id, title, owner, source, duration, skillsRequired } = task;
  return {
    id,
    ownId: source?.id,
    title,
    hours: duration?.mostLikely,
    owner,
    skills: skillsRequired ?? [],
    resources: listNeeds(task).map(([name]) => name),
  };
}
