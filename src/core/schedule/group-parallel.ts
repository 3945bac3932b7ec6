import { reverseGraph } from "../graph/reverse-graph.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import type { ParallelGroup } from "../model/schedule.ts";
import { findShortage } from "./find-shortage.ts";
import { takeUnits } from "./take-units.ts";
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
  needs,
}: ScheduleGraph): readonly ParallelGroup[] {
  const { starts, targets } = reverseGraph(graph);
  const groups = new Map<
    string,
    { after: readonly TaskId[]; members: TaskId[]; free: Map<ResourceId, number> }
  >();
  for (const [at, task] of tasks.entries()) {
    const before = targets.subarray(starts[at], starts[at + 1]);
    const key = before.join();
    const group = groups.get(key) ?? {
      after: [...before].flatMap((place) => tasks[place]?.id ?? []),
      members: [],
      free: new Map(capacities),
    };
    groups.set(key, group);
    const asked = needs[at] ?? [];
    if (findShortage(asked, group.free) !== undefined) continue;
    takeUnits(asked, group.free);
    group.members.push(task.id);
  }
  return [...groups.values()]
    .filter(({ members }) => members.length > 1)
    .map(({ after, members }) => ({ after, tasks: members }));
}
