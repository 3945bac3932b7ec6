import type { DependencyJson } from "../../model/artifact/dependency-json.ts";
import { isContention } from "./is-contention.ts";

/** Whether a dependency belongs to the precedence graph: hard, sure enough and no contention. */
export function isInGraph(link: DependencyJson, minConfidence: number): boolean {
  return link.isHard && link.confidence >= minConfidence && !isContention(link);
}
