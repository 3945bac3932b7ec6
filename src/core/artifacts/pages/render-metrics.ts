import type { DagJson } from "../../model/artifact/dag-json.ts";
import { countOf } from "./count-of.ts";
import { renderTable } from "./render-table.ts";

/** The metrics of T.A.S.K.S v3 with what they mean. */
export function renderMetrics(metrics: DagJson["metrics"]): readonly string[] {
  const { nodes, edges, edgeDensity, isolatedTasks, longestPath, widthApprox } = metrics;
  const {
    mutualExclusionEdges = 0,
    resourceConstrainedTasks = 0,
    meceOverlapSuspects = 0,
  } = metrics;
  const rows = [
    ["tasks", String(nodes), `${isolatedTasks} without any dependency`],
    ["dependencies", String(edges), `${countOf(mutualExclusionEdges, "lock")} beside them`],
    [
      "edge density",
      String(edgeDensity),
      "share of all the dependencies there could be; 0.05 to 0.5 is usual, less in large plans",
    ],
    ["longest chain", String(longestPath), "tasks that must follow each other"],
    ["width", String(widthApprox), "tasks that could run side by side"],
    ["titles that begin with a verb", toPercent(metrics.verbFirstPct), "80% or more reads well"],
    [
      "evidence",
      toPercent(metrics.evidenceCoverage),
      "tasks and dependencies that words of the spec stand behind",
    ],
    [
      "overlap suspects",
      String(meceOverlapSuspects),
      "pairs of titles so alike that they may be the same work",
    ],
    ["tasks that need a resource", String(resourceConstrainedTasks), "they take turns"],
  ];
  return ["## Metrics", "", ...renderTable(["metric", "value", "meaning"], rows, "dag.json")];
}

function toPercent(share: number | undefined): string {
  return share === undefined ? "–" : `${Math.round(100 * share)}%`;
}
