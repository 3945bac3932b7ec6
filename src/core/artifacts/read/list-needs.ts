import type { TaskJson } from "../../model/artifact/task-json.ts";

/** The resources that a task needs, each with its units; an exclusive one is needed once. */
export function listNeeds({
  resource_requirements,
}: Pick<TaskJson, "resource_requirements">): readonly (readonly [name: string, units: number])[] {
  const { exclusive_resources = [], shared_resources = {} } =
    resource_requirements?.estimated ?? {};
  return [
    ...exclusive_resources.map((name) => [name, 1] as const),
    ...Object.entries(shared_resources),
  ];
}
