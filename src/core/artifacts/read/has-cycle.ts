import { layerGraph } from "../../graph/layer-graph.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/** Whether tasks wait for each other in a circle, so that there is no order to hold anything against. */
export function hasCycle(tasks: TasksJson): boolean {
  const ids = [...new Set(tasks.tasks.map(({ id }) => id))];
  const graph = nameGraph(ids, listGraphEdges(tasks));
  return layerGraph(graph).order.length < graph.count;
}
