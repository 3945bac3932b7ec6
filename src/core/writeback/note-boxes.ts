import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue } from "../model/issue.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanRecord } from "../model/record.ts";

/**
 * The record of the last apply with the boxes noted that say now what their issues say: a box that changes
 * later was changed by people. Where box and issue differ the next apply or write-back has the word, and the record
 * stays.
 *
 * @returns `undefined` where there is nothing to note.
 */
export function noteBoxes(
  plan: Plan,
  issues: ReadonlyMap<TaskId, ObservedIssue>,
  record: PlanRecord,
): PlanRecord | undefined {
  const states = new Map(plan.tasks.map(({ id, state }) => [id, state]));
  let isNews = false;
  const tasks = record.tasks.map((task) => {
    const issue = issues.get(task.id);
    const state = states.get(task.id);
    if (issue === undefined || state === undefined) return task;
    const isDone = state === "done";
    const isAgreed = isDone === (issue.state === "closed");
    if (!isAgreed || isDone === (task.isDone === true)) return task;
    isNews = true;
    const { isDone: _, isRetired, ...rest } = task;
    return { ...rest, ...(isDone && { isDone: true as const }), isRetired };
  });
  return isNews ? { ...record, isWrittenBack: true, tasks } : undefined;
}
