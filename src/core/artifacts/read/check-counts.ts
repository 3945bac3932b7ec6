import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/** How far a stated density may be off: makers round it differently. */
const densityTolerance = 0.002;

/**
 * KS506 for each number or name that two files state differently. Some makers count contention
 * among the edges, so either way of counting is taken.
 */
export function checkCounts({ tasks, dag, waves }: ArtifactSet): readonly ArtifactFault[] {
  const { metrics } = dag;
  const graph = listGraphEdges(tasks);
  const counts = [graph.length, graph.length + countContention(tasks)];
  const edges = counts.includes(metrics.edges) ? metrics.edges : graph.length;
  const byType = Object.values(metrics.keptByType).reduce((sum, count) => sum + count, 0);
  const inWaves = waves.execution_models.wave_based;
  const planId = tasks.meta.planId ?? waves.planId;
  const n = metrics.nodes;
  const density = n < 2 ? 0 : metrics.edges / (n * (n - 1));
  const isDense = Math.abs(density - metrics.edgeDensity) <= densityTolerance;
  return [
    ...expectEqual("dag.json", ["metrics", "nodes"], metrics.nodes, tasks.tasks.length, "tasks"),
    ...expectEqual("dag.json", ["metrics", "edges"], metrics.edges, edges, "edges of the graph"),
    ...expectEqual("dag.json", ["metrics", "keptByType"], byType, metrics.edges, "edges by type"),
    ...(isDense
      ? []
      : expectEqual(
          "dag.json",
          ["metrics", "edgeDensity"],
          metrics.edgeDensity,
          Math.round(density * 10_000) / 10_000,
          "edge density",
        )),
    ...expectEqual(
      "dag.json",
      ["metrics", "isolatedTasks"],
      metrics.isolatedTasks,
      countIsolated(tasks, metrics.edges > graph.length, metrics.isolatedTasks),
      "tasks without dependency",
    ),
    ...expectEqual(
      "waves.json",
      ["execution_models", "wave_based", "total_waves"],
      inWaves?.total_waves ?? 0,
      inWaves?.waves.length ?? 0,
      "waves",
    ),
    ...expectEqual("waves.json", ["planId"], waves.planId, planId, "plan ID"),
  ];
}

function countContention({ dependencies }: TasksJson): number {
  return dependencies.filter(
    ({ type }) => type === "mutual_exclusion" || type === "resource_limited",
  ).length;
}

function countIsolated(tasks: TasksJson, hasContention: boolean, stated: number): number {
  const count = (pairs: readonly (readonly [string, string])[]) => {
    const linked = new Set(pairs.flat());
    return tasks.tasks.filter(({ id }) => !linked.has(id)).length;
  };
  const inGraph = count(listGraphEdges(tasks));
  const inAll = count(tasks.dependencies.map(({ from, to }) => [from, to] as const));
  return hasContention && stated === inAll ? inAll : inGraph;
}

function expectEqual(
  file: string,
  keys: readonly string[],
  stated: number | string,
  actual: number | string,
  what: string,
): readonly ArtifactFault[] {
  if (stated === actual) return [];
  const message = `${file} states ${stated} as ${what}, the plan has ${actual}; run 'tasks plan' again`;
  return [{ code: "KS506", severity: "error", file, keys, message }];
}
