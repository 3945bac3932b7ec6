import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue } from "../model/issue.ts";
import type { Plan } from "../model/plan.ts";

/**
 * The tasks that are done: the spec says so, or their issue was closed as completed. One closed as not
 * planned or as a duplicate is not done.
 */
export function listDoneTasks(
  plan: Plan,
  issues: ReadonlyMap<TaskId, ObservedIssue>,
): ReadonlySet<TaskId> {
  const isDone = ({ id, state }: Plan["tasks"][number]) => {
    const issue = issues.get(id);
    if (issue === undefined || issue.state === "open") return state === "done";
    return issue.stateReason === "completed" || issue.stateReason === undefined;
  };
  return new Set(plan.tasks.filter(isDone).map(({ id }) => id));
}
