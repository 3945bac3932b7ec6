import type { ArtifactFault, ArtifactSet } from "./artifact-set.ts";
import { listGraphEdges } from "./list-graph-edges.ts";

/** KS506 for each number or name that two files state differently. */
export function checkCounts({ tasks, dag, waves }: ArtifactSet): readonly ArtifactFault[] {
  const { metrics } = dag;
  const edges = listGraphEdges(tasks).length;
  const byType = Object.values(metrics.keptByType).reduce((sum, count) => sum + count, 0);
  const inWaves = waves.execution_models.wave_based;
  const planId = tasks.meta.planId ?? waves.planId;
  return [
    ...expectEqual("dag.json", ["metrics", "nodes"], metrics.nodes, tasks.tasks.length, "tasks"),
    ...expectEqual("dag.json", ["metrics", "edges"], metrics.edges, edges, "edges of the graph"),
    ...expectEqual("dag.json", ["metrics", "keptByType"], byType, metrics.edges, "edges by type"),
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

function expectEqual(
  file: string,
  keys: readonly string[],
  stated: number | string,
  actual: number | string,
  what: string,
): readonly ArtifactFault[] {
  if (stated === actual) return [];
  const message = `${file} states ${stated} as ${what}, the plan has ${actual}; run 'tasks plan' again`;
  return [{ code: "KS506", file, keys, message }];
}
