import type { TaskId } from "../../model/ids.ts";
import { groupBy } from "../../text/group-by.ts";
import type { TasksPage } from "./tasks-page.ts";

/** Where a group begins and ends. */
export interface GroupEnds {
  /** What the tasks wait for that wait for nothing in their own group; one entry each. */
  readonly firsts: readonly ReadonlySet<TaskId>[];
  /** Tasks that nothing in their own group waits for. */
  readonly lasts: readonly TaskId[];
}

/** The ends of each group by its ID. */
export function findGroupEnds({ plan, waitsFor }: TasksPage): ReadonlyMap<string, GroupEnds> {
  const byGroup = groupBy(plan.tasks, ({ groupId }) => groupId ?? "");
  return new Map([...byGroup].map(([id, tasks]) => [id, findEnds(tasks.map((task) => task.id))]));

  function findEnds(tasks: readonly TaskId[]): GroupEnds {
    const inside = new Set(tasks);
    const before = tasks.map((id) => new Set(waitsFor.get(id)));
    const awaited = new Set(before.flatMap((ids) => [...ids].filter((id) => inside.has(id))));
    return {
      firsts: before.filter((ids) => ![...ids].some((id) => inside.has(id))),
      lasts: tasks.filter((id) => !awaited.has(id)),
    };
  }
}
