import type { DependencyJson } from "../../model/artifact/dependency-json.ts";

/** Whether a dependency keeps tasks apart, and does not say which comes first. */
export function isContention({ type }: Pick<DependencyJson, "type">): boolean {
  return type === "mutual_exclusion" || type === "resource_limited";
}
