import type { Graph } from "../graph/graph.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import { compareNaturally } from "../text/compare-naturally.ts";
import type { PlanLimits } from "./limits/limit.ts";
import { listLimits } from "./limits/list-limits.ts";

/**
 * A plan as numbers: tasks by the place of their ID, precedence between places. Lines that change
 * their order in the spec change nothing in it besides `documentRanks`, so neither do ties and what
 * is drawn at random.
 */
export interface ScheduleGraph extends PlanLimits {
  /** By ID, numbers as numbers, in whatever order the plan or the spec lists them. */
  readonly tasks: readonly Task[];
  /** By place, how many tasks stand before it in the document: for what is listed in that order. */
  readonly documentRanks: Int32Array;
  readonly graph: Graph;
  /** Of all limits. */
  readonly capacities: ReadonlyMap<ResourceId, number>;
}

/** Numbers a plan's tasks by ID, and its precedence with them. */
export function toScheduleGraph(plan: Plan): ScheduleGraph {
  const tasks = plan.tasks.toSorted((a, b) => compareNaturally(a.id, b.id));
  const lineOf = (place: number) => tasks[place]?.line ?? 0;
  const documentRanks = new Int32Array(tasks.length);
  const byLine = [...tasks.keys()].sort((a, b) => lineOf(a) - lineOf(b) || a - b);
  for (const [rank, place] of byLine.entries()) documentRanks[place] = rank;
  const ids = tasks.map(({ id }) => id);
  const graph = nameGraph(ids, listPrecedence(plan));
  const found = listLimits(tasks, plan);
  const capacities = new Map(found.limits.map(({ id, capacity }) => [id, capacity]));
  return { tasks, documentRanks, graph, capacities, ...found };
}

/**
 * The fewest links that say who waits for whom; all of them where a task was done before one that it
 * waits for, as what is done holds nobody back and the way round it is no way any more.
 */
function listPrecedence({ dag, tasks }: Plan): Plan["dag"]["reduced"] {
  const done = new Set(tasks.filter(({ state }) => state === "done").map(({ id }) => id));
  const isAhead = dag.reduced.some(([from, to]) => done.has(to) && !done.has(from));
  return isAhead ? dag.edges.map(({ from, to }) => [from, to]) : dag.reduced;
}
