import type { DependencyJson } from "../../../model/artifact/dependency-json.ts";
import type { TaskJson } from "../../../model/artifact/task-json.ts";
import type { TasksJson } from "../../../model/artifact/tasks-json.ts";
import type {
  BriefedInterface,
  BriefedResource,
  NamedTask,
  TaskBrief,
} from "../../../model/task-brief.ts";
import type { TaskFiles } from "../../read/artifact-set.ts";
import { isInGraph } from "../../read/is-in-graph.ts";
import { listNeeds } from "../../read/list-needs.ts";
import { listCapacities } from "../list-capacities.ts";

/**
 * Gathers what a plan knows of one task and of what stands around it.
 *
 * @param task One of the plan's.
 */
export function buildBrief({ tasks, features }: TaskFiles, task: TaskJson): TaskBrief {
  const { meta, dependencies } = tasks;
  const feature = features?.features.find(({ id }) => id === task.feature_id);
  const before = dependencies.filter(({ from, to }) => to === task.id && from !== to);
  const after = dependencies.filter(({ from, to }) => from === task.id && from !== to);
  const binds = (link: DependencyJson) => isInGraph(link, meta.min_confidence);
  const bound = before.filter(binds);
  const known = new Set(bound.map(({ from }) => from));
  return {
    plan: {
      id: meta.planId,
      title: meta.title,
      checks: (meta.codebase_analysis?.checks ?? []).map(({ kind, command }) => ({
        kind,
        command,
      })),
    },
    feature: { id: task.feature_id, title: feature?.title },
    task,
    waitsFor: nameTasks(tasks, bound, "from"),
    waitedForBy: nameTasks(tasks, after.filter(binds), "to"),
    mayWaitFor: nameTasks(
      tasks,
      before.filter((link) => !binds(link) && !isContention(link) && !known.has(link.from)),
      "from",
    ),
    waitsOutside: (meta.unresolved ?? [])
      .filter(({ owner }) => owner === task.id)
      .map(({ text }) => text),
    resources: listResources(tasks, task),
    interfaces: listInterfaces(tasks, task),
  };
}

function isContention({ type }: DependencyJson): boolean {
  return type === "mutual_exclusion" || type === "resource_limited";
}

/** The tasks at one end of links, each once, in the order of the links. */
function nameTasks(
  { tasks }: TasksJson,
  links: readonly DependencyJson[],
  end: "from" | "to",
): readonly NamedTask[] {
  const byId = new Map(tasks.map((one) => [one.id, one]));
  return [...new Set(links.map((link) => link[end]))].map((id) => {
    const own = links.filter((link) => link[end] === id);
    const other = byId.get(id);
    return {
      id,
      title: other?.title ?? "not in this plan",
      state: other?.source?.state ?? "todo",
      files: (other?.files ?? []).map(({ path }) => path),
      reasons: [...new Set(own.map(({ reason }) => reason))],
      confidence: Math.min(...own.map(({ confidence }) => confidence)),
    };
  });
}

function listResources(plan: TasksJson, task: TaskJson): readonly BriefedResource[] {
  const capacities = listCapacities(plan);
  const done = new Set(
    plan.tasks.filter(({ source }) => source?.state === "done").map(({ id }) => id),
  );
  return listNeeds(task).map(([name, units]) => {
    const shared = ownEntry(plan.meta.codebase_analysis?.shared_resources, name);
    const conflict = ownEntry(plan.resource_conflicts, name);
    const order = (conflict?.suggested_order ?? conflict?.tasks ?? []).filter(
      (id) => id === task.id || !done.has(id),
    );
    const at = order.indexOf(task.id);
    const told = task.resource_reasons?.find(({ resource }) => resource === name)?.reason;
    return {
      name,
      units,
      capacity: capacities.get(name) ?? units,
      location: [shared?.location ?? []].flat(),
      reason: told ?? shared?.reason,
      turnAfter: at < 0 ? [] : order.slice(0, at),
      turnBefore: at < 0 ? [] : order.slice(at + 1),
    };
  });
}

function listInterfaces({ tasks }: TasksJson, task: TaskJson): readonly BriefedInterface[] {
  const others = tasks.filter(({ id }) => id !== task.id);
  const { interfaces_produced: makes = [], interfaces_consumed: uses = [] } = task;
  return [
    ...makes.map((name) => ({
      name,
      role: "produces" as const,
      others: others.filter((one) => one.interfaces_consumed?.includes(name)).map(({ id }) => id),
    })),
    ...uses.map((name) => ({
      name,
      role: "consumes" as const,
      others: others.filter((one) => one.interfaces_produced?.includes(name)).map(({ id }) => id),
    })),
  ];
}

function ownEntry<Value>(
  values: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
}
