import type { TaskId } from "../model/ids.ts";
import type { ObservedIssue } from "../model/issue.ts";
import type { Plan } from "../model/plan.ts";
import type { PlanRecord } from "../model/record.ts";
import type { GroupProgress } from "./edit-progress.ts";
import type { SpecEdit, TaskBox } from "./edit-spec.ts";

/**
 * What GitHub says of a plan's tasks and its spec does not yet, by file: a box is ticked where the issue was
 * closed as completed, and unticked where people opened it again after the spec called the task done.
 * Issues closed otherwise tick nothing, and neither does one whose box people have unticked since: the later word counts.
 */
export function buildSpecEdits(
  plan: Plan,
  issues: ReadonlyMap<TaskId, ObservedIssue>,
  record: PlanRecord,
): ReadonlyMap<string, SpecEdit> {
  const wasDone = new Set(record.tasks.filter(({ isDone }) => isDone).map(({ id }) => id));
  const isDone = new Map<TaskId, boolean>();
  const edits = new Map<string, { ticked: TaskBox[]; unticked: TaskBox[] }>();
  for (const { id, state, path, line } of plan.tasks) {
    const edit = edits.get(path) ?? { ticked: [], unticked: [] };
    edits.set(path, edit);
    const issue = issues.get(id);
    const isTicked = state === "done";
    const done = issue === undefined ? isTicked : judge(issue, isTicked, wasDone.has(id));
    isDone.set(id, done);
    if (done && !isTicked) edit.ticked.push({ taskId: id, line });
    if (!done && isTicked) edit.unticked.push({ taskId: id, line });
  }
  const progress = measure(plan, isDone);
  return new Map([...edits].map(([path, edit]) => [path, { ...edit, progress }]));
}

function judge(issue: ObservedIssue, isTicked: boolean, wasDone: boolean): boolean {
  if (issue.state === "open") return isTicked && !wasDone;
  const isCompleted = issue.stateReason === undefined || issue.stateReason === "completed";
  return isTicked || (isCompleted && !wasDone);
}

function measure(plan: Plan, isDone: ReadonlyMap<TaskId, boolean>): readonly GroupProgress[] {
  const count = (tasks: readonly TaskId[]) => tasks.filter((id) => isDone.get(id)).length;
  const groups = plan.groups.map(({ id, title, tasks }) => {
    const digits = /^phase:(\d+)/.exec(id)?.[1];
    const number = digits === undefined ? undefined : Number(digits);
    return { number, title, isAll: false, done: count(tasks), total: tasks.length };
  });
  const all = plan.tasks.map(({ id }) => id);
  const whole = { number: undefined, title: plan.title, isAll: true };
  return [...groups, { ...whole, done: count(all), total: all.length }];
}
