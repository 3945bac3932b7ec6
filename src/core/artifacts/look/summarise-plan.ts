import type { PlanSummary } from "../../model/plan-summary.ts";
import type { ArtifactSet } from "../read/artifact-set.ts";

/** A plan at a glance, from its files. */
export function summarisePlan({ features, tasks, dag, waves }: ArtifactSet): PlanSummary {
  const { wave_based, rolling_frontier } = waves.execution_models;
  const completion = rolling_frontier?.estimated_completion_time;
  return {
    planId: waves.planId,
    title: tasks.meta.title ?? "",
    specPath: tasks.meta.spec_path,
    isOk: dag.ok,
    changedAt: tasks.generated.timestamp,
    features: features.features.length,
    tasks: tasks.tasks.length,
    done: tasks.tasks.filter(({ source }) => source?.state === "done").length,
    dependencies: dag.metrics.edges,
    waves: wave_based?.waves.length ?? 0,
    p50Hours: completion?.p50_hours,
    p80Hours: completion?.p80_hours,
    longestChain: dag.metrics.longestPath,
    contended: Object.entries(tasks.resource_conflicts).map(([resource, conflict]) => ({
      resource,
      tasks: conflict.tasks.length,
    })),
    errors: dag.errors.length,
    warnings: dag.warnings.length,
  };
}
