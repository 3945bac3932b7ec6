import type { DependencyJson } from "../model/artifact/dependency-json.ts";
import type { TaskJson } from "../model/artifact/task-json.ts";
import { type TasksJson, tasksJson } from "../model/artifact/tasks-json.ts";
import type { Resource } from "../model/config.ts";
import type { CoordinatedPlan, CoordinatedTask } from "../model/coordinated-plan.ts";
import type { ResourceId, TaskId } from "../model/ids.ts";
import { type PlanRecord, planRecord } from "../model/record.ts";
import { parseBranchFile } from "./parse-branch-file.ts";
import { readRunOrder } from "./read-run-order.ts";

const recordName = "/record.json";
const defaultMaxConcurrent = 10;

/**
 * Reads the applied plans among the files of branch `keysteps`, by path: one for each folder that
 * holds a record. In order of path.
 *
 * @throws {InputError} if a record, its tasks.json or the limits of its coordinator.json cannot be
 * read: the coordinator must not go on as if these were not there.
 */
export function readCoordinatedPlans(
  files: ReadonlyMap<string, string>,
): readonly CoordinatedPlan[] {
  return [...files.keys()]
    .filter((path) => path.endsWith(recordName))
    .toSorted()
    .map((path) => {
      const folder = path.slice(0, -recordName.length);
      const record = parseBranchFile(planRecord, files, path);
      const tasks = parseBranchFile(tasksJson, files, `${folder}/tasks.json`);
      return { ...toPlan(record, tasks), ...readRunOrder(files, `${folder}/coordinator.json`) };
    });
}

function toPlan(
  record: PlanRecord,
  { meta, tasks, dependencies }: TasksJson,
): Omit<CoordinatedPlan, "priority" | "limits"> {
  const issues = new Map(record.tasks.map((task) => [task.id, task.issue] as const));
  const predecessors = listPredecessors(dependencies, meta.min_confidence);
  return {
    id: record.planId,
    specPath: record.specPath,
    title: meta.title ?? record.specPath,
    tasks: tasks.map(
      (task): CoordinatedTask => ({
        id: task.id as TaskId,
        ownId: task.source?.id,
        title: task.title,
        issue: issues.get(task.id as TaskId),
        hours: task.duration?.mostLikely,
        needs: listNeeds(task),
        predecessors: predecessors.get(task.id) ?? [],
      }),
    ),
    resources: listResources(meta),
    maxConcurrentTasks: meta.resource_limits?.max_concurrent_tasks ?? defaultMaxConcurrent,
    trackingIssue: record.trackingIssue,
    links: record.links,
  };
}

/** Hard precedence at or above the plan's confidence; contention is for holds, not for order. */
function listPredecessors(
  dependencies: readonly DependencyJson[],
  minConfidence: number,
): ReadonlyMap<string, readonly TaskId[]> {
  const before = new Map<string, TaskId[]>();
  for (const { from, to, type, isHard, confidence } of dependencies) {
    if (type === "mutual_exclusion" || type === "resource_limited") continue;
    if (!isHard || confidence < minConfidence) continue;
    const list = before.get(to) ?? [];
    if (!list.includes(from as TaskId)) list.push(from as TaskId);
    before.set(to, list);
  }
  return before;
}

function listNeeds({ resource_requirements: requirements }: TaskJson): CoordinatedTask["needs"] {
  const { exclusive_resources: exclusive = [], shared_resources: shared = {} } =
    requirements?.estimated ?? {};
  return [
    ...exclusive.map((resource) => ({ resource: resource as ResourceId, units: 1 })),
    ...Object.entries(shared).map(([resource, units]) => ({
      resource: resource as ResourceId,
      units,
    })),
  ];
}

function listResources(meta: TasksJson["meta"]): readonly Resource[] {
  return Object.entries(meta.codebase_analysis?.shared_resources ?? {}).map(([id, resource]) => ({
    id: id as ResourceId,
    type: resource.type,
    capacity: resource.capacity ?? 1,
    location: [resource.location ?? []].flat(),
    scope: resource.scope ?? "repo",
    reason: resource.reason ?? "",
    tasks: {},
  }));
}
