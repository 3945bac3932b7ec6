import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { Dependency, Plan } from "../model/plan.ts";
import { likelyHours } from "./likely-hours.ts";

/**
 * Likely hours of the longest chain if these dependencies, too, were in the graph, resources left out;
 * `undefined` if they close a circle.
 */
export function measureChain(
  { tasks, dag }: Plan,
  more: readonly Dependency[],
): number | undefined {
  const names = tasks.map(({ id }) => id);
  const graph = nameGraph(
    names,
    [...dag.edges, ...more].map(({ from, to }) => [from, to] as const),
  );
  const { order } = layerGraph(graph);
  if (order.length < names.length) return undefined;
  const hours = tasks.map(likelyHours);
  return findCriticalPath(graph, order, hours).length;
}
