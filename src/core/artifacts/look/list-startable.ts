import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { StartableTask } from "../../model/startable-task.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";

/** Who may start now, the most urgent first, then who waits only for a resource or a slot; as the spec's boxes stood. */
export function listStartable({ tasks, coordinator }: ArtifactSet): readonly StartableTask[] {
  const byId = new Map(tasks.tasks.map((task) => [task.id, task]));
  const { ready_queue, resource_wait_queue } =
    coordinator.coordinator.state_management.frontier_management;
  const waiting = resource_wait_queue.map((item) =>
    typeof item === "string" ? { task: item, resource: "a resource" } : item,
  );
  return [
    ...ready_queue.map((id) => ({ id, waitsFor: undefined })),
    ...waiting.map(({ task, resource }) => ({ id: task, waitsFor: resource })),
  ].flatMap(({ id, waitsFor }) => {
    const task = byId.get(id);
    return task === undefined ? [] : [{ ...toStartable(task), waitsFor }];
  });
}

function toStartable(task: TaskJson): Omit<StartableTask, "waitsFor"> {
  const { id, title, owner, source, duration, skillsRequired, resource_requirements } = task;
  const { exclusive_resources = [], shared_resources = {} } =
    resource_requirements?.estimated ?? {};
  return {
    id,
    ownId: source?.id,
    title,
    hours: duration?.mostLikely,
    owner,
    skills: skillsRequired ?? [],
    resources: [...exclusive_resources, ...Object.keys(shared_resources)],
  };
}
