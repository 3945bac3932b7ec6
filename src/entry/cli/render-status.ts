import type { PlanStatus, TaskProgress, TaskStatus } from "../../core/model/plan-status.ts";
import { countOf } from "../../core/text/count-of.ts";

const names: Readonly<Record<TaskProgress, string>> = {
  done: "done",
  "in-progress": "in progress",
  ready: "ready",
  blocked: "blocked",
  closed: "closed without being done",
  missing: "without an issue",
};
/** Done tasks are counted, the others shown: what goes on first, then what may. */
const shown = ["in-progress", "ready", "blocked", "closed", "missing"] as const;

/** Plans for a terminal, one after the other: how far each is, its open tasks, and what differs. */
export function renderStatus(plans: readonly PlanStatus[]): readonly string[] {
  return plans.flatMap((plan, index) => [...(index > 0 ? [""] : []), ...renderPlan(plan)]);
}

function renderPlan(plan: PlanStatus): readonly string[] {
  const { tasks, counts, drift, notes } = plan;
  const tracking = plan.trackingIssue === undefined ? "" : `, tracked by #${plan.trackingIssue}`;
  const parts = (["done", ...shown] as const)
    .filter((progress) => counts[progress] > 0)
    .map((progress) => `${counts[progress]} ${names[progress]}`);
  const idOf = new Map(tasks.map(({ id, ownId }) => [id, ownId ?? id]));
  return [
    `${plan.specPath} (${plan.planId}): ${plan.title}${tracking}`,
    `  ${countOf(tasks.length, "task")}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`,
    `  ${describeApply(plan)}`,
    ...shown.flatMap((progress) =>
      tasks.filter((task) => task.progress === progress).map((task) => renderTask(task, idOf)),
    ),
    ...renderDrift(drift),
    ...notes.map((note) => `  ! ${note}`),
  ];
}

function renderDrift(drift: PlanStatus["drift"]): readonly string[] {
  if (drift === null) return [];
  if (drift.length === 0) return ["  GitHub is true to the spec."];
  const head = `  ${countOf(drift.length, "write")} would bring GitHub to the spec:`;
  return [head, ...drift.map((line) => `    ${line}`)];
}

function describeApply({ lastApply: { at, commit } }: PlanStatus): string {
  const time =
    at === undefined ? "" : ` on ${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return `last applied${time}${commit === undefined ? "" : ` from ${commit.slice(0, 7)}`}`;
}

function renderTask(task: TaskStatus, idOf: ReadonlyMap<TaskStatus["id"], string>): string {
  const number = task.issue === undefined ? "" : ` #${task.issue}`;
  const title = task.ownId === undefined ? task.title : `${task.ownId}: ${task.title}`;
  const people = task.assignees.length === 0 ? [] : [task.assignees.join(", ")];
  const pulls = task.pulls.map((pull) => `pull request #${pull}`);
  const waits = task.waitsFor.map((id) => idOf.get(id) ?? id);
  const facts = [
    ...people,
    ...pulls,
    ...(waits.length > 0 ? [`waits for ${waits.join(", ")}`] : []),
  ];
  return `  ${names[task.progress].padEnd(11)}${number} ${title}${facts.length > 0 ? ` (${facts.join("; ")})` : ""}`;
}
