import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { TasksJson } from "../../model/artifact/tasks-json.ts";
import type { Resource } from "../../model/config.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Plan, ResourceConflict } from "../../model/plan.ts";
import { groupBy } from "../../text/group-by.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { completeTask } from "../complete/complete-task.ts";
import { listTaskFacts } from "../complete/list-task-facts.ts";
import type { Unsealed } from "../seal-json.ts";
import { buildCodebaseAnalysis } from "./build-codebase-analysis.ts";
import { buildDependencyJson } from "./build-dependency-json.ts";
import { buildNormalisation } from "./build-normalisation.ts";
import { buildTaskJson } from "./build-task-json.ts";

/** tasks.json: tasks, dependencies of all kinds, and who contends for what. */
export function buildTasksJson(input: ArtifactInput): Unsealed<TasksJson> {
  const { plan } = input;
  return {
    meta: buildMeta(plan),
    generated: undefined,
    tasks: buildTasks(input),
    dependencies: plan.dependencies.map(buildDependencyJson),
    resource_conflicts: Object.fromEntries(
      plan.conflicts.map((conflict) => [conflict.resource, toConflict(conflict, plan.resources)]),
    ),
  };
}

function buildTasks(input: ArtifactInput): TaskJson[] {
  const { plan, isStrict } = input;
  const rivals = listRivals(plan);
  const readFacts = listTaskFacts(input, rivals);
  return plan.tasks.map((task, index) => {
    const stated = buildTaskJson(task, plan, rivals.get(task.id) ?? []);
    const facts = isStrict ? undefined : readFacts(task, index);
    return facts === undefined ? stated : completeTask(stated, task, facts);
  });
}

/** For each task those that must not run beside it, as the locks of tasks.json pair them and settings say. */
function listRivals({ dependencies, tasks }: Plan): ReadonlyMap<TaskId, readonly TaskId[]> {
  const locks = dependencies.filter(({ type }) => type === "mutual_exclusion");
  const ids = new Map<string, TaskId>();
  for (const { id, ownId } of tasks) if (ownId !== undefined) ids.set(ownId, id);
  for (const { id } of tasks) ids.set(id, id);
  const told = tasks.flatMap(({ id: from, hints }) =>
    (hints?.avoids ?? []).flatMap((name) => {
      const to = ids.get(name);
      return to === undefined || to === from ? [] : [{ from, to }];
    }),
  );
  const pairs = [...locks, ...told].flatMap(({ from, to }) => [
    { one: from, other: to },
    { one: to, other: from },
  ]);
  const grouped = groupBy(pairs, ({ one }) => one);
  return new Map(
    [...grouped].map(([one, some]) => [one, [...new Set(some.map(({ other }) => other))]]),
  );
}

function buildMeta(plan: Plan): TasksJson["meta"] {
  return {
    execution_model: plan.config.executionModel,
    min_confidence: plan.config.minConfidence,
    resource_limits: toLimits(plan.config),
    codebase_analysis: buildCodebaseAnalysis(plan),
    autonormalization: buildNormalisation(plan),
    planId: plan.id,
    spec_path: plan.specPath,
    title: plan.title,
    dialect: plan.dialect,
    unresolved: plan.unresolved.map(({ owner = null, ...said }) => ({ ...said, owner })),
    explicit_none: plan.explicitNone?.map(({ owner = null, ...said }) => ({ ...said, owner })),
    groups: plan.groups.map(({ id, title, tasks }) => ({ id, title, tasks: [...tasks] })),
    retired: [...plan.retired],
  };
}

function toLimits({ maxConcurrentTasks, machine }: Plan["config"]) {
  const { cpuCores, memoryMb, diskIoMbps } = machine;
  return {
    max_concurrent_tasks: maxConcurrentTasks,
    ...(memoryMb !== undefined && { max_memory_gb: memoryMb / 1024 }),
    ...(cpuCores !== undefined && { max_cpu_cores: cpuCores }),
    ...(diskIoMbps !== undefined && { max_disk_io_mbps: diskIoMbps }),
  };
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
