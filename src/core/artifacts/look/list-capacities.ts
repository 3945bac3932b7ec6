import type { TasksJson } from "../../model/artifact/tasks-json.ts";

/**
 * Units of each resource of a plan. One that tasks take alone and that is told of nowhere else has
 * one unit, as has one whose capacity is not stated.
 */
export function listCapacities({
  meta,
  tasks,
}: Pick<TasksJson, "meta" | "tasks">): ReadonlyMap<string, number> {
  const takenAlone = tasks.flatMap(
    ({ resource_requirements }) => resource_requirements?.estimated.exclusive_resources ?? [],
  );
  const known = Object.entries(meta.codebase_analysis?.shared_resources ?? {});
  return new Map([
    ...takenAlone.map((name) => [name, 1] as const),
    ...known.map(([name, { capacity }]) => [name, capacity ?? 1] as const),
  ]);
}
