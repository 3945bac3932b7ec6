import type { TaskId } from "../model/ids.ts";
import type { ArtifactInput } from "./artifact-input.ts";

/** Tasks that a limit can hold up, in the order of the plan: all of them for `max_concurrent_tasks`. */
export function listLimitUsers(
  { plan, schedule }: Pick<ArtifactInput, "plan" | "schedule">,
  limit: string,
): readonly TaskId[] {
  if (limit === "max_concurrent_tasks") return plan.tasks.map(({ id }) => id);
  const units = schedule.limits.find(({ id }) => id === limit)?.units ?? [];
  const counted = new Set(units.map(([task]) => task));
  return plan.tasks.flatMap(({ id, needs }) =>
    counted.has(id) || needs.some(({ resource }) => resource === limit) ? [id] : [],
  );
}
