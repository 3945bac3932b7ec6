import type { Diagnostic } from "../model/diagnostic.ts";
import type { Plan } from "../model/plan.ts";

/** KS301 for each task that needs more units of a resource than there are: it could never start. */
export function findMisfits(plan: Plan): readonly Diagnostic[] {
  const capacities = new Map(plan.resources.map(({ id, capacity }) => [id, capacity]));
  return plan.tasks.flatMap((task) =>
    task.needs.flatMap(({ resource, units, reason }) => {
      const capacity = capacities.get(resource) ?? 0;
      if (units <= capacity) return [];
      const message = `Task ${task.id} needs ${units} of '${resource}' (${reason}) and there are ${capacity}; raise its capacity in .github/keysteps.yml or lower the task's units`;
      const at = { path: task.path, line: task.line, column: task.column };
      return [{ code: "KS301", severity: "error" as const, message, at }];
    }),
  );
}
