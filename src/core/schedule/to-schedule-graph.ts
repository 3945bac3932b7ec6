import type { Graph } from "../graph/graph.ts";
import { nameGraph } from "../graph/name-graph.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { PlanLimits } from "./limits/limit.ts";
import { listLimits } from "./limits/list-limits.ts";

/** A plan as numbers: tasks by their place in the document, precedence between places. */
export interface ScheduleGraph extends PlanLimits {
  /** In document order, in whatever order the plan lists them. */
  readonly tasks: readonly Task[];
  readonly graph: Graph;
  /** Of all limits. */
  readonly capacities: ReadonlyMap<ResourceId, number>;
}

/** Numbers a plan's tasks by the line they stand on, then by ID, and its precedence with them. */
export function toScheduleGraph(plan: Plan): ScheduleGraph {
  const tasks = plan.tasks.toSorted((a, b) => a.line - b.line || compareText(a.id, b.id));
  const ids = tasks.map(({ id }) => id);
  const graph = nameGraph(ids, plan.dag.reduced);
  const found = listLimits(tasks, plan);
  const capacities = new Map(found.limits.map(({ id, capacity }) => [id, capacity]));
  return { tasks, graph, capacities, ...found };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
