import type { CoordinatedPlan } from "../model/coordinated-plan.ts";
import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue } from "../model/issue.ts";
import type { TaskProgress, TaskStatus } from "../model/plan-status.ts";
import type { PlanRecord } from "../model/record.ts";
import { stateLabels } from "../model/task-state.ts";

const working: ReadonlySet<string> = new Set(
  (["assigned", "running", "paused", "checkpointed"] as const).flatMap(
    (state) => stateLabels[state]?.name ?? [],
  ),
);

/**
 * Where each task of an applied plan stands, in the plan's order. Work is seen by assignees, by pull requests
 * that close the issue, and by the coordinator's labels; a task that somebody works on is in progress
 * though it should wait.
 *
 * @param issues The issues that were found, by node ID.
 */
export function buildTaskStatuses(
  plan: CoordinatedPlan,
  record: PlanRecord,
  issues: ReadonlyMap<string, ObservedIssue>,
): readonly TaskStatus[] {
  const recorded = new Map(record.tasks.map((task) => [task.id, task]));
  const issueOf = (id: TaskId) => {
    const nodeId = recorded.get(id)?.issue?.nodeId;
    return nodeId === undefined ? undefined : issues.get(nodeId);
  };
  const isDone = (id: TaskId) => {
    const issue = issueOf(id);
    if (issue === undefined) return recorded.get(id)?.isDone === true;
    const { state, stateReason } = issue;
    return state === "closed" && (stateReason === undefined || stateReason === "completed");
  };
  return plan.tasks.map(({ id, ownId, title, predecessors }) => {
    const issue = issueOf(id);
    const waitsFor = predecessors.filter((before) => !isDone(before));
    return {
      ...{ id, ownId, title, waitsFor: isDone(id) ? [] : waitsFor },
      progress: isDone(id) ? "done" : judge(issue, waitsFor),
      issue: issue?.number,
      assignees: issue?.assignees ?? [],
      pulls: issue?.pulls ?? [],
    };
  });
}

function judge(issue: ObservedIssue | undefined, waitsFor: readonly TaskId[]): TaskProgress {
  if (issue === undefined) return "missing";
  if (issue.state === "closed") return "closed";
  const { assignees, pulls, labels } = issue;
  const isWorkedOn = assignees.length > 0 || pulls.length > 0;
  if (isWorkedOn || labels.some((label) => working.has(label))) return "in-progress";
  return waitsFor.length === 0 ? "ready" : "blocked";
}
