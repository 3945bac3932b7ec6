import { reverseGraph } from "../graph/reverse-graph.ts";
import type { TaskId } from "../model/ids.ts";
import type { ParallelGroup } from "../model/schedule.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/**
 * Tasks that become ready together, because they wait for the same tasks, and
 * that no shortage parts: of those that need units of one resource only as
 * many as there is room for. Groups of two and more, in document order.
 */
export function groupParallel({
  tasks,
  graph,
  capacities,
}: ScheduleGraph): readonly ParallelGroup[] {
  const { starts, targets } = reverseGraph(graph);
  const groups = new Map<
    string,
    { after: readonly TaskId[]; members: TaskId[]; free: Map<string, number> }
  >();
  for (const [at, task] of tasks.entries()) {
    const before = targets.subarray(starts[at], starts[at + 1]);
    const key = before.join();
    const group = groups.get(key) ?? {
      after: [...before].flatMap((place) => tasks[place]?.id ?? []),
      members: [],
      free: new Map<string, number>(capacities),
    };
    groups.set(key, group);
    if (task.needs.some(({ resource, units }) => (group.free.get(resource) ?? units) < units))
      continue;
    for (const { resource, units } of task.needs) {
      group.free.set(resource, (group.free.get(resource) ?? units) - units);
    }
    group.members.push(task.id);
  }
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ after, members }) => ({ after, tasks: members }));
}
