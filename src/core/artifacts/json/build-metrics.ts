import type { DagJson } from "../../model/artifact/dag-json.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { Dependency, Plan } from "../../model/plan.ts";
import type { Schedule } from "../../model/schedule.ts";
import { listUsedResources } from "../list-used-resources.ts";
import { countOverlaps } from "../metrics/count-overlaps.ts";
import { measureEvidence } from "../metrics/measure-evidence.ts";
import { measureReuse } from "../metrics/measure-reuse.ts";
import { measureVerbFirst } from "../metrics/measure-verb-first.ts";

const precedenceTypes = ["technical", "sequential", "infrastructure", "knowledge"] as const;

/** The numbers of dag.json, all counted. Edges are those of the precedence graph; contention is counted apart. */
export function buildMetrics(
  plan: Plan,
  schedule: Schedule,
  tasks: Pick<TasksJson, "tasks" | "dependencies">,
): DagJson["metrics"] {
  const titles = plan.tasks.map(({ title }) => title);
  const { edges, soft, lowConfidence } = plan.dag;
  const nodes = plan.tasks.length;
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return {
    minConfidenceApplied: plan.config.minConfidence,
    keptByType: countTypes(edges),
    droppedByType: countTypes([...soft, ...lowConfidence]),
    nodes,
    edges: edges.length,
    edgeDensity: nodes < 2 ? 0 : roundTo4(edges.length / (nodes * (nodes - 1))),
    widthApprox: schedule.width.width,
    widthMethod: schedule.width.method,
    longestPath: schedule.longestPath.length,
    isolatedTasks: plan.tasks.filter(({ id }) => !linked.has(id)).length,
    lowConfidenceEdgesExcluded: lowConfidence.length,
    verbFirstPct: roundTo4(measureVerbFirst(titles)),
    meceOverlapSuspects: countOverlaps(titles),
    evidenceCoverage: roundTo4(measureEvidence(tasks)),
    codebaseReusePct: measureReuse(plan),
    mutualExclusionEdges: plan.dependencies.filter(({ type }) => type === "mutual_exclusion")
      .length,
    resourceConstrainedTasks: plan.tasks.filter(({ needs }) => needs.length > 0).length,
    resourceUtilization: Object.fromEntries(
      listUsedResources(plan).map(({ id, capacity }) => {
        const tasks = plan.tasks.filter(({ needs }) => needs.some((need) => need.resource === id));
        const waves = schedule.waves.filter(({ resourceUsage }) => resourceUsage[id] !== undefined);
        const without = schedule.wavesWithout[id];
        const impact =
          without === undefined
            ? undefined
            : `${schedule.waves.length} waves in all, ${without} without this limit`;
        return [
          id,
          {
            total_tasks: tasks.length,
            capacity,
            waves_required: waves.length,
            serialization_impact: impact,
          },
        ];
      }),
    ),
  };
}

function countTypes(dependencies: readonly Dependency[]): Record<string, number> {
  return Object.fromEntries(
    precedenceTypes.map((type) => [
      type,
      dependencies.filter((dependency) => dependency.type === type).length,
    ]),
  );
}

function roundTo4<Value extends number | undefined>(value: Value): Value | number {
  return value === undefined ? value : Math.round(value * 10_000) / 10_000;
}
