import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { Resource, TaskHints } from "../../model/config.ts";
import type { TaskId } from "../../model/ids.ts";
import type { Plan, Task } from "../../model/plan.ts";
import { toSourceEvidence } from "./to-source-evidence.ts";
import { toStatedWords } from "./to-stated-words.ts";

/**
 * One task of tasks.json; what the spec does not state is absent.
 *
 * @param rivals Tasks that must not run beside it.
 */
export function buildTaskJson(task: Task, plan: Plan, rivals: readonly TaskId[]): TaskJson {
  const { scheduling_hints, ...words } = toStatedWords(task);
  return {
    id: task.id,
    feature_id: task.featureId,
    title: task.title,
    description: task.description,
    ...words,
    boundaries: toBoundaries(task),
    resource_requirements: toRequirements(task, plan.resources),
    resource_reasons: task.needs.length === 0 ? undefined : task.needs.map((need) => ({ ...need })),
    scheduling_hints: toHints(scheduling_hints, rivals, task),
    ...toStatedDuration(task),
    source_evidence: task.evidence.map(toSourceEvidence),
    contentHash: task.contentHash,
    source: toSource(task),
  };
}

function toHints(
  stated: TaskJson["scheduling_hints"],
  rivals: readonly TaskId[],
  { hints }: Task,
): TaskJson["scheduling_hints"] {
  if (rivals.length === 0 && !hints?.isPreemptible) return stated;
  return {
    ...stated,
    ...(hints?.isPreemptible && { preemptible: true }),
    ...(rivals.length > 0 && { avoid_concurrent_with: [...rivals] }),
  };
}

/** The range as stated; one figure is its own range. */
function toStatedDuration({ effort }: Task): Pick<TaskJson, "duration" | "durationUnits"> {
  if (effort === undefined) return {};
  const { minHours: optimistic, hours: mostLikely, maxHours: pessimistic } = effort;
  return { duration: { optimistic, mostLikely, pessimistic }, durationUnits: "hours" };
}

/** A task that is only inferred stands on no line. */
function toSource({ ownId, path, line, state, isParallel, evidence }: Task): TaskJson["source"] {
  const isStated = evidence.some(({ confidence }) => confidence === 1);
  return { id: ownId, path, line: isStated ? line : undefined, state, parallel: isParallel };
}

function toBoundaries({ doneWhen, files }: Task): TaskJson["boundaries"] {
  if (doneWhen.length === 0 && files.length === 0) return undefined;
  return {
    definition_of_done: doneWhen.length === 0 ? undefined : { criteria: [...doneWhen] },
    scope: files.length === 0 ? undefined : { includes: files.map(({ path }) => path) },
  };
}

function toRequirements(
  { needs, hints, skills }: Task,
  resources: readonly Resource[],
): TaskJson["resource_requirements"] {
  if (needs.length === 0 && hints === undefined && skills.length === 0) return undefined;
  const isExclusive = new Map(resources.map(({ id, type }) => [id, type === "exclusive"]));
  const exclusive = needs.filter(({ resource }) => isExclusive.get(resource));
  const shared = needs.filter(({ resource }) => !isExclusive.get(resource));
  const units = Object.fromEntries(shared.map((need) => [need.resource, need.units]));
  return {
    estimated: {
      ...toMachine(hints),
      exclusive_resources:
        exclusive.length === 0 ? undefined : exclusive.map(({ resource }) => resource),
      shared_resources: shared.length === 0 ? undefined : units,
    },
    ...(skills.length > 0 && { worker_capabilities_required: [...skills] }),
  };
}

/** What settings say that a task takes of the machines. */
function toMachine(hints: TaskHints | undefined) {
  return {
    ...(hints && hints.cpuCores > 0 && { cpu_cores: hints.cpuCores }),
    ...(hints && hints.memoryMb > 0 && { memory_mb: hints.memoryMb }),
    ...(hints && hints.diskIoMbps > 0 && { disk_io_mbps: hints.diskIoMbps }),
  };
}
