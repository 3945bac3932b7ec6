import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { TaskId } from "../model/ids.ts";
import type { Dependency, Plan } from "../model/plan.ts";
import { likelyHours } from "./likely-hours.ts";

/** A sequence of tasks of which each waits for the one before. */
export interface Chain {
  /** First to last. */
  readonly tasks: readonly TaskId[];
  /** Likely, of all of them. */
  readonly hours: number;
}

/**
 * The longest chain by likely hours, finished tasks counted too and resources left out, if these
 * dependencies, too, were in the graph; `undefined` if the graph has a circle then.
 */
export function findChain({ tasks, dag }: Plan, more: readonly Dependency[]): Chain | undefined {
  const names = tasks.map(({ id }) => id);
  const graph = nameGraph(
    names,
    [...dag.edges, ...more].map(({ from, to }) => [from, to] as const),
  );
  const { order } = layerGraph(graph);
  if (order.length < names.length) return undefined;
  const { path, length } = findCriticalPath(graph, order, tasks.map(likelyHours));
  return { tasks: path.flatMap((place) => names[place] ?? []), hours: length };
}
