import type { Edge } from "../graph/edge.ts";
import type { ResourceId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";

/** A plan as numbers: tasks by their place in the document, edges between places. */
export interface ScheduleGraph {
  /** In document order, in whatever order the plan lists them. */
  readonly tasks: readonly Task[];
  readonly edges: readonly Edge[];
  readonly capacities: ReadonlyMap<ResourceId, number>;
}

/** Numbers a plan's tasks by the line they stand on, then by ID, and its precedence with them. */
export function toScheduleGraph(plan: Plan): ScheduleGraph {
  const tasks = plan.tasks.toSorted((a, b) => a.line - b.line || compareText(a.id, b.id));
  const places = new Map(tasks.map(({ id }, index) => [id, index]));
  const edges = plan.dag.reduced.flatMap(([from, to]): readonly Edge[] => {
    const [a, b] = [places.get(from), places.get(to)];
    return a === undefined || b === undefined ? [] : [[a, b]];
  });
  const capacities = new Map(plan.resources.map(({ id, capacity }) => [id, capacity]));
  return { tasks, edges, capacities };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
