import type { PlanContent, RuleFault } from "./plan-rule.ts";

/** Dependencies about a shared resource that are not of one of the two types of contention. */
export function findUntypedContention({ tasks }: PlanContent): readonly RuleFault[] {
  return tasks.dependencies.flatMap(({ from, to, type, shared_resource }, index) => {
    if (shared_resource === undefined) return [];
    if (type === "mutual_exclusion" || type === "resource_limited") return [];
    const message = `Dependency ${from} → ${to} is about ${shared_resource}, but its type is ${type}; make it mutual_exclusion or resource_limited`;
    return [{ file: "tasks.json", keys: ["dependencies", index, "type"], message }];
  });
}
