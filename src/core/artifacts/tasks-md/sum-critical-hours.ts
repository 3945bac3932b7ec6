import { findCriticalPath } from "../../graph/find-critical-path.ts";
import { layerGraph } from "../../graph/layer-graph.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { Plan } from "../../model/plan.ts";

/** Of a task whose spec names no hours: the likely figure that the forecasts assume. */
const unstatedHours = 4;

/** Likely hours of the longest chain of dependencies, resources left out; 0 while there is a cycle. */
export function sumCriticalHours({ tasks, dag }: Plan): number {
  const names = tasks.map(({ id }) => id);
  const graph = nameGraph(names, dag.reduced);
  const hours = tasks.map(({ effort }) => effort?.hours ?? unstatedHours);
  return findCriticalPath(graph, layerGraph(graph).order, hours).length;
}
