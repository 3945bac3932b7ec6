import type { CoordinatedTask } from "../../model/coordinated-plan.ts";
import type { TaskId } from "../../model/ids.ts";
import type { ObservedLane, ObservedWork } from "../../model/observed-lane.ts";
import type { StoredLane } from "../../model/stored-lane.ts";
import { isSameHolder } from "./is-same-holder.ts";
import { isSatisfied, listBlockers } from "./list-blockers.ts";
import { listLimitNeeds } from "./list-limit-needs.ts";
import type { LaneResources } from "./list-resources.ts";
import { mergeNeeds } from "./merge-needs.ts";
import type { TaskFacts } from "./situation.ts";
import { weighTasks } from "./weigh-tasks.ts";

const dayMs = 24 * 3_600_000;

/** Gathers what GitHub, plan and store say of each task, in document order, plan by plan. */
export function buildTaskFacts(
  observed: ObservedLane,
  resources: LaneResources,
  { holds, now, since }: Pick<StoredLane, "holds" | "now" | "since">,
): readonly TaskFacts[] {
  return observed.plans.flatMap((plan) => {
    const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
    const weights = weighTasks(plan);
    const limits = listLimitNeeds(plan);
    return plan.tasks.map((task) => {
      const issue = task.issue && observed.issues.get(task.issue.nodeId);
      const readySince = findReadySince(task, tasks, observed);
      const holder = { repository: observed.lane, planId: plan.id, taskId: task.id };
      return {
        key: `${plan.id}/${task.id}`,
        plan,
        task,
        holder,
        issue,
        standing: judgeStanding(task, issue),
        landingUntil: findLandingEnd(issue, observed, now),
        blockers: listBlockers({ plan, task, tasks, issues: observed.issues }),
        pulls: listPulls(issue, observed, "open"),
        planned: mergeNeeds(
          task.needs.map(({ resource, units }) => ({ ...resources.find(plan, resource), units })),
        ),
        limits: limits.get(task.id) ?? [],
        holds: holds.filter((hold) => isSameHolder(hold.holder, holder)),
        weight: weights.get(task.id)?.weight ?? 0,
        rank: weights.get(task.id)?.rank ?? 0,
        daysWaited: Math.max(0, Math.floor((now - Math.max(readySince, since)) / dayMs)),
        readySince,
      };
    });
  });
}

/** Whether a task stands in the frontier and is not landing already. */
export function isFree({ standing, blockers, landingUntil }: TaskFacts): boolean {
  return standing === "open" && blockers.length === 0 && landingUntil === undefined;
}

function judgeStanding(
  task: CoordinatedTask,
  issue: ObservedWork | undefined,
): TaskFacts["standing"] {
  if (!issue) return task.issue ? "gone" : "completed";
  if (issue.state === "open") return "open";
  return isSatisfied(issue) ? "completed" : "shelved";
}

/** GitHub closes issues within seconds; where it never does (it can be turned off), work goes on. */
const landingMs = 10 * 60_000;

/**
 * Until when a task counts as landing: a pull request into the default branch that closes it was
 * merged, and GitHub has not got round to closing it: that comes after merging.
 */
function findLandingEnd(
  issue: ObservedWork | undefined,
  observed: ObservedLane,
  now: number,
): number | undefined {
  if (issue?.state !== "open" || issue.stateReason === "reopened") return undefined;
  const mergedAt = listPulls(issue, observed, "merged")
    .filter(({ baseBranch }) => baseBranch === observed.defaultBranch)
    .map((pull) => pull.mergedAt ?? 0);
  const until = Math.max(0, ...mergedAt) + landingMs;
  return mergedAt.length > 0 && until > now ? until : undefined;
}

function listPulls(
  issue: ObservedWork | undefined,
  { pulls }: ObservedLane,
  wanted: "open" | "merged",
) {
  if (!issue) return [];
  return pulls.filter(({ state, closes }) => state === wanted && closes.includes(issue.number));
}

function findReadySince(
  task: CoordinatedTask,
  tasks: ReadonlyMap<TaskId, CoordinatedTask>,
  { issues }: ObservedLane,
): number {
  const times = task.predecessors.map((id) => {
    const earlier = tasks.get(id);
    return (earlier?.issue && issues.get(earlier.issue.nodeId)?.closedAt) ?? 0;
  });
  return Math.max(0, ...times);
}
