import { findCriticalPath } from "../graph/find-critical-path.ts";
import { layerGraph } from "../graph/layer-graph.ts";
import { measureWidth } from "../graph/measure-width.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import type { Frontier, Schedule } from "../model/schedule.ts";
import { buildWaves } from "./build-waves.ts";
import { findMisfits } from "./find-misfits.ts";
import { nextFrontier } from "./next-frontier.ts";
import { type ScheduleGraph, toScheduleGraph } from "./to-schedule-graph.ts";

/**
 * Says when a plan's tasks can run: waves, the frontier as the spec's boxes
 * stand, and the longest path. While the graph has a cycle all of them are
 * empty. The order in which the plan lists its tasks does not matter.
 */
export function buildSchedule(plan: Plan): Schedule {
  const diagnostics = findMisfits(plan);
  if (plan.dag.cycles.length > 0) {
    const frontier = { ready: [], startable: [], waiting: [] };
    const width = { width: 0, method: "kahn_layer_max" } as const;
    return { waves: [], frontier, longestPath: [], width, wavesWithout: {}, diagnostics };
  }
  const graph = toScheduleGraph(plan);
  const { tasks } = graph;
  const layers = layerGraph(graph.graph);
  const ones = new Float64Array(tasks.length).fill(1);
  const { path, tails } = findCriticalPath(graph.graph, layers.order, ones);
  return {
    waves: buildWaves(graph, tails, plan.config.maxWaveSize),
    frontier: findFrontier(plan, graph, tails),
    longestPath: path.flatMap((place) => tasks[place]?.id ?? []),
    width: measureWidth(graph.graph, layers),
    wavesWithout: countWavesWithout(plan, graph, tails),
    diagnostics,
  };
}

function findFrontier(plan: Plan, graph: ScheduleGraph, tails: Float64Array): Frontier {
  const { tasks, capacities } = graph;
  const idsIn = (...states: readonly string[]) =>
    new Set(tasks.filter(({ state }) => states.includes(state)).map(({ id }) => id));
  return nextFrontier({
    tasks: tasks.map(({ id, needs }, place) => ({ id, needs, urgency: tails[place] ?? 0 })),
    edges: plan.dag.edges.map(({ from, to }) => [from, to]),
    completed: idsIn("done"),
    started: idsIn("in-progress"),
    capacities,
    maxConcurrent: plan.config.maxConcurrentTasks,
  });
}

function countWavesWithout(
  plan: Plan,
  graph: ScheduleGraph,
  tails: Float64Array,
): Readonly<Record<ResourceId, number>> {
  const counts: Record<ResourceId, number> = {};
  for (const { resource } of plan.conflicts) {
    const capacities = new Map(graph.capacities);
    capacities.delete(resource);
    counts[resource] = buildWaves({ ...graph, capacities }, tails, plan.config.maxWaveSize).length;
  }
  return counts;
}
