import { layerGraph } from "../../graph/layer-graph.ts";
import { measureTails } from "../../graph/measure-tails.ts";
import { nameGraph } from "../../graph/name-graph.ts";
import type { TaskJson } from "../../model/artifact/task-json.ts";
import type { ResourceId, TaskId } from "../../model/ids.ts";
import type { TaskFiles } from "../read/artifact-set.ts";
import { listGraphEdges } from "../read/list-graph-edges.ts";
import { listNeeds } from "../read/list-needs.ts";
import { listCapacities } from "./list-capacities.ts";

const defaultMaxConcurrent = 10;

/**
 * How far a plan is, as its boxes stood when it was made, in the terms of the frontier. Who goes
 * first is what coordinator.json says, else who has more hours behind it.
 */
export function buildFrontierState(files: TaskFiles) {
  const { meta } = files.tasks;
  const tasks = [...new Map(files.tasks.tasks.map((task) => [task.id, task])).values()];
  const edges = listGraphEdges(files.tasks);
  const queues = files.coordinator?.coordinator.state_management.frontier_management;
  const limits = Object.entries(queues?.run_limits ?? {});
  const urgencies = rankTasks(tasks, edges, queues?.priority_order ?? []);
  const idsIn = (state: string) =>
    new Set(tasks.filter(({ source }) => source?.state === state).map(({ id }) => id as TaskId));
  return {
    tasks: tasks.map((task, place) => ({
      id: task.id as TaskId,
      urgency: urgencies[place] ?? 0,
      needs: [
        ...listNeeds(task),
        ...limits.flatMap(([name, { units }]) => {
          const count = Object.hasOwn(units, task.id) ? units[task.id] : undefined;
          return count === undefined ? [] : [[name, count] as const];
        }),
      ].map(([resource, units]) => ({ resource: resource as ResourceId, units })),
    })),
    edges: edges.map(([from, to]) => [from as TaskId, to as TaskId] as const),
    completed: idsIn("done"),
    started: idsIn("in-progress"),
    heldBack: new Set([...idsIn("blocked"), ...idsIn("deferred")]),
    capacities: new Map(
      [
        ...listCapacities(files.tasks),
        ...limits.map(([name, { capacity }]) => [name, capacity] as const),
      ].map(([name, units]) => [name as ResourceId, units]),
    ),
    maxConcurrent: meta.resource_limits?.max_concurrent_tasks ?? defaultMaxConcurrent,
  };
}

/** By task's place, the higher the sooner. */
function rankTasks(
  tasks: readonly TaskJson[],
  edges: readonly (readonly [string, string])[],
  priority: readonly string[],
): ArrayLike<number> {
  if (priority.length > 0) {
    const places = new Map(priority.map((id, place) => [id, place]));
    return tasks.map(({ id }) => priority.length - (places.get(id) ?? priority.length));
  }
  const graph = nameGraph(
    tasks.map(({ id }) => id),
    edges,
  );
  const hours = tasks.map(({ duration }) => duration?.mostLikely ?? 1);
  return measureTails(graph, layerGraph(graph).order, hours);
}
