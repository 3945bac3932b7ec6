import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { Resource } from "../../model/config.ts";
import type { Plan, ResourceConflict } from "../../model/plan.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { listUsedResources } from "../list-used-resources.ts";
import type { Unsealed } from "../seal-json.ts";
import { buildDependencyJson } from "./build-dependency-json.ts";
import { buildTaskJson } from "./build-task-json.ts";

/** tasks.json: tasks, dependencies of all kinds, and who contends for what. */
export function buildTasksJson({ plan }: ArtifactInput): Unsealed<TasksJson> {
  return {
    meta: buildMeta(plan),
    generated: undefined,
    tasks: plan.tasks.map((task) => buildTaskJson(task, plan)),
    dependencies: plan.dependencies.map(buildDependencyJson),
    resource_conflicts: Object.fromEntries(
      plan.conflicts.map((conflict) => [conflict.resource, toConflict(conflict, plan.resources)]),
    ),
  };
}

function buildMeta(plan: Plan): TasksJson["meta"] {
  const used = listUsedResources(plan);
  return {
    execution_model: plan.config.executionModel,
    min_confidence: plan.config.minConfidence,
    resource_limits: { max_concurrent_tasks: plan.config.maxConcurrentTasks },
    codebase_analysis:
      used.length === 0
        ? undefined
        : { shared_resources: Object.fromEntries(used.map((item) => [item.id, toShared(item)])) },
    planId: plan.id,
    spec_path: plan.specPath,
    title: plan.title,
    dialect: plan.dialect,
    unresolved: plan.unresolved.map((statement) => ({ ...statement })),
    groups: plan.groups.map(({ id, title, tasks }) => ({ id, title, tasks: [...tasks] })),
    retired: [...plan.retired],
  };
}

function toShared({ type, capacity, location, scope, reason }: Resource) {
  const constraint = type === "exclusive" ? "one_at_a_time" : undefined;
  return { type, capacity, location: [...location], scope, constraint, reason };
}

function toConflict(conflict: ResourceConflict, resources: readonly Resource[]) {
  const isExclusive = resources.find(({ id }) => id === conflict.resource)?.type === "exclusive";
  return {
    tasks: [...conflict.tasks],
    resolution: isExclusive ? "sequential_ordering" : "capacity_planning",
    suggested_order: [...conflict.suggestedOrder],
    rationale: conflict.rationale,
  };
}
