import type { CoordinatedPlan, CoordinatedTask } from "../../model/coordinated-plan.ts";
import type { TaskId } from "../../model/ids.ts";
import type { IssueStanding, ObservedLane } from "../../model/observed-lane.ts";
import type { Blocker } from "./situation.ts";

/** Whether a closed issue frees those that wait for it: only completed work does. */
export function isSatisfied({ state, stateReason }: IssueStanding): boolean {
  return state === "closed" && (stateReason === "completed" || stateReason === undefined);
}

/** A task among those of its plan, and the issues that were read. */
export interface BlockedTask {
  readonly plan: CoordinatedPlan;
  readonly task: CoordinatedTask;
  /** All tasks of the plan. */
  readonly tasks: ReadonlyMap<TaskId, CoordinatedTask>;
  readonly issues: ObservedLane["issues"];
}

/**
 * What a task still waits for: the blocked-by links of its issue, whoever made them, and the
 * plan's own dependencies. A dependency whose link was in place at the last apply and is gone was
 * taken away by a person, and is no longer waited for. An issue that is gone never is done.
 */
export function listBlockers({ plan, task, tasks, issues }: BlockedTask): readonly Blocker[] {
  const issue = task.issue && issues.get(task.issue.nodeId);
  const links = issue?.blockedBy ?? [];
  const linkedIds = new Set(links.map(({ databaseId }) => databaseId));
  const planned = task.predecessors.flatMap((id): Blocker[] => {
    const earlier = tasks.get(id);
    if (!earlier?.issue || linkedIds.has(earlier.issue.databaseId)) return []; // counted by its link
    const standing = issues.get(earlier.issue.nodeId);
    if (!standing) return [nameGone(earlier)];
    const wasLinked = plan.links.some(([from, to]) => from === id && to === task.id);
    return wasLinked || isSatisfied(standing) ? [] : [nameStanding(standing)];
  });
  return [...links.filter((link) => !isSatisfied(link)).map(nameStanding), ...planned];
}

function nameStanding({ number, elsewhere }: IssueStanding): Blocker {
  if (elsewhere !== undefined) return { number: undefined, name: elsewhere };
  return { number, name: `#${number}` };
}

function nameGone({ ownId, id }: CoordinatedTask): Blocker {
  return { number: undefined, name: `${ownId ?? id} (its issue is gone)` };
}
