import { findCriticalPath } from "../../graph/find-critical-path.ts";
import { layerGraph } from "../../graph/layer-graph.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/**
 * KS506 for each metric of dag.json that tasks.json tells otherwise: the longest chain (in tasks, or
 * in steps from one to the next, as makers count it), locks, and dependencies that are too unsure.
 */
export function checkMetrics({ tasks, dag: { metrics } }: ArtifactSet): readonly ArtifactFault[] {
  const longest = measureLongest(tasks);
  const locks = tasks.dependencies.filter(({ type }) => type === "mutual_exclusion").length;
  const unsure = tasks.dependencies.filter(
    ({ type, isHard, confidence }) =>
      isHard &&
      confidence < tasks.meta.min_confidence &&
      type !== "mutual_exclusion" &&
      type !== "resource_limited",
  ).length;
  return [
    ...(longest === undefined || metrics.longestPath === longest - 1
      ? []
      : expect("longestPath", metrics.longestPath, longest)),
    ...expect("mutualExclusionEdges", metrics.mutualExclusionEdges, locks),
    ...expect("lowConfidenceEdgesExcluded", metrics.lowConfidenceEdgesExcluded, unsure),
  ];
}

/** Tasks of the longest chain; `undefined` where a cycle has no end. */
function measureLongest(tasks: TasksJson): number | undefined {
  const ids = [...new Set(tasks.tasks.map(({ id }) => id))];
  const graph = nameGraph(ids, listGraphEdges(tasks));
  const { order } = layerGraph(graph);
  if (order.length < graph.count) return undefined;
  return findCriticalPath(graph, order, new Float64Array(graph.count).fill(1)).length;
}

function expect(
  name: string,
  stated: number | undefined,
  actual: number,
): readonly ArtifactFault[] {
  if (stated === undefined || stated === actual) return [];
  const message = `dag.json states ${stated} as ${name}, tasks.json has ${actual}; run 'tasks plan' again`;
  return [{ code: "KS506", severity: "error", file: "dag.json", keys: ["metrics", name], message }];
}
