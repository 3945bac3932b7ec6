import { groupBy } from "../../text/group-by.ts";
import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** Resources of capacity 1 that several tasks need and that resource_conflicts does not settle for each of them. */
export function findUnresolvedConflicts({ tasks }: PlanContent): readonly RuleFault[] {
  const needs = tasks.tasks.flatMap(({ id, resource_requirements }) =>
    (resource_requirements?.estimated.exclusive_resources ?? []).map((resource) => ({
      id,
      resource,
    })),
  );
  return [...groupBy(needs, ({ resource }) => resource)].flatMap(([resource, users]) => {
    const conflict = tasks.resource_conflicts[resource];
    const settled = new Set(conflict?.tasks);
    const open = users.filter(({ id }) => !settled.has(id)).map(({ id }) => id);
    if (users.length < 2) return [];
    if (open.length === 0 && conflict?.resolution.trim() !== "") return [];
    const keys = conflict === undefined ? ["resource_conflicts"] : ["resource_conflicts", resource];
    const who = open.length > 0 ? open : users.map(({ id }) => id);
    const message = `Nothing settles who gets ${resource} when: ${who.join(", ")}; name them and a resolution under resource_conflicts`;
    return [{ file: "tasks.json", keys, message }];
  });
}
