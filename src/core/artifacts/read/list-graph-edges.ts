import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import { isInGraph } from "./is-in-graph.ts";

/** The pairs of tasks.json that belong to the precedence graph: hard, sure enough and no contention; each once. */
export function listGraphEdges({
  meta,
  dependencies,
}: Pick<TasksJson, "meta" | "dependencies">): readonly (readonly [string, string])[] {
  const kept = dependencies.filter((link) => isInGraph(link, meta.min_confidence));
  const pairs = new Map(kept.map(({ from, to }) => [`${from} ${to}`, [from, to] as const]));
  return [...pairs.values()];
}
