import type { TaskId } from "../model/ids.ts";
import type { Plan } from "../model/plan.ts";
import { judgeDeadlocks } from "./judge-deadlocks.ts";
import { mergeDependencies } from "./merge-dependencies.ts";
import { resolveConflicts } from "./resolve-conflicts.ts";

/**
 * The plan with turns on resources in the order in which its schedule begins the tasks, so that what
 * is suggested is what is forecast; and what hangs on the turns.
 *
 * @param begins All tasks, first to last, not against the graph; empty leaves the plan as it is.
 */
export function orderConflicts(plan: Plan, begins: readonly TaskId[]): Plan {
  if (begins.length === 0 || plan.conflicts.length === 0) return plan;
  const { conflicts, dependencies } = resolveConflicts(
    plan.tasks,
    plan.resources,
    plan.dag,
    begins,
  );
  const precedence = plan.dependencies.filter((link) => link.sharedResource === undefined);
  const ids = plan.tasks.map(({ id }) => id);
  return {
    ...plan,
    conflicts,
    dependencies: mergeDependencies([...precedence, ...dependencies], ids),
    deadlocks: judgeDeadlocks({ ...plan, conflicts }),
  };
}
