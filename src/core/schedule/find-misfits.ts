import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plan, Task } from "../model/plan.ts";
import type { ScheduleGraph } from "./to-schedule-graph.ts";

/**
 * KS301 for each task that needs more units of something than there are: it could never start.
 * KS302 for each that needs skills which nobody has: it is planned as if it took nobody's time.
 */
export function findMisfits(plan: Plan, graph: ScheduleGraph): readonly Diagnostic[] {
  const reasons = new Map(plan.tasks.map(({ id, needs }) => [id, needs]));
  const shortages = graph.tasks.flatMap((task, at) =>
    (graph.needs[at] ?? []).flatMap(({ resource, units }) => {
      const capacity = graph.capacities.get(resource) ?? 0;
      if (units <= capacity) return [];
      const reason = reasons.get(task.id)?.find((need) => need.resource === resource)?.reason;
      const why = reason === undefined ? "" : ` (${reason})`;
      const message = `Task ${task.id} needs ${units} of '${resource}'${why} and there are ${capacity}; raise its capacity in .github/keysteps.yml or lower the task's units`;
      return [{ code: "KS301", severity: "error" as const, message, at: toPlace(task) }];
    }),
  );
  const unskilled = [...graph.unskilled].flatMap(([at, skills]) => {
    const task = graph.tasks[at];
    if (task === undefined) return [];
    const message = `Task ${task.id} asks for someone who can do ${skills.join(" and ")}, and nobody under 'people' in .github/keysteps.yml can; add them, or the plan counts nobody's time for it`;
    return [{ code: "KS302", severity: "warning" as const, message, at: toPlace(task) }];
  });
  return [...shortages, ...unskilled];
}

function toPlace({ path, line, column }: Task): Diagnostic["at"] {
  return { path, line, column };
}
