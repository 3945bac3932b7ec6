import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue } from "../model/issue.ts";
import type { Patch } from "../model/patch.ts";
import type { Plan } from "../model/plan.ts";

/**
 * The tasks that are done: the spec says so, or their issue was closed as completed. One closed as not
 * planned or as a duplicate is not done, and neither is one that people opened again, or that the patch opens.
 */
export function listDoneTasks(
  plan: Plan,
  issues: ReadonlyMap<TaskId, ObservedIssue>,
  { flags, steps }: Pick<Patch, "flags" | "steps">,
): ReadonlySet<TaskId> {
  const reopened = new Set([
    ...flags.filter(({ kind }) => kind === "reopened").map(({ taskId }) => taskId),
    ...steps.flatMap((step) =>
      step.kind === "update-issue" && step.changes.state === "open" ? [step.taskId] : [],
    ),
  ]);
  const isDone = ({ id, state }: Plan["tasks"][number]) => {
    const issue = issues.get(id);
    if (reopened.has(id)) return false;
    if (issue === undefined || issue.state === "open") return state === "done";
    return issue.stateReason === "completed" || issue.stateReason === undefined;
  };
  return new Set(plan.tasks.filter(isDone).map(({ id }) => id));
}
