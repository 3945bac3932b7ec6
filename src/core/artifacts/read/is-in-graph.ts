import type { DependencyJson } from "../../model/artifact/dependency-json.ts";

/** Whether a dependency belongs to the precedence graph: hard, sure enough and no contention. */
export function isInGraph(
  { type, isHard, confidence }: DependencyJson,
  minConfidence: number,
): boolean {
  const isContention = type === "mutual_exclusion" || type === "resource_limited";
  return isHard && confidence >= minConfidence && !isContention;
}
