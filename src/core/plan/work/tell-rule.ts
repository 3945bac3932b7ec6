import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Task } from "../../model/plan.ts";
import { cutText } from "../../text/cut-text.ts";
import { groupBy } from "../../text/group-by.ts";
import { listNames } from "../../text/list-names.ts";
import type { PlanDraft } from "../plan-draft.ts";
import type { WorkRule } from "./work-rule.ts";

/** More tasks than these are told of phase by phase, and more phases than these in one finding. */
const mostAlone = 5;

/** Longest title that names a task without an ID. */
const mostTitle = 50;

interface Fault {
  readonly task: Task;
  readonly what: string;
}

/**
 * What a rule finds in the tasks that a plan's text states and that are still to be done: a finding
 * a task while they are few, else one a phase, and a single one where it is so throughout.
 */
export function tellRule(plan: PlanDraft, rule: WorkRule): readonly Diagnostic[] {
  const judge = rule.judge(plan);
  const open = plan.tasks.filter(isOpen);
  const faults = open.flatMap((task): readonly Fault[] => {
    const what = judge(task);
    return what === undefined ? [] : [{ task, what }];
  });
  if (faults.length <= mostAlone) return faults.map((fault) => tellOne(rule, fault));
  const byGroup = groupBy(faults, ({ task }) => task.groupId ?? "");
  if (faults.length === open.length || byGroup.size > mostAlone)
    return [tellMany(rule, faults, countOf(faults.length, open.length))];
  const titles = new Map(plan.groups.map(({ id, title }) => [id, title]));
  return [...byGroup].map(([id, some]) => {
    const [first, second] = some;
    if (first !== undefined && second === undefined) return tellOne(rule, first);
    const title = titles.get(id);
    return tellMany(rule, some, `${some.length} tasks${title ? ` of "${title}"` : ""}`);
  });
}

function countOf(count: number, all: number): string {
  return count === all ? `All ${all} open tasks` : `${count} of the ${all} open tasks`;
}

function isOpen({ state, evidence }: Task): boolean {
  const isStated = evidence.some(({ confidence }) => confidence === 1);
  return isStated && state !== "done" && state !== "deferred";
}

function tellOne(rule: WorkRule, { task, what }: Fault): Diagnostic {
  return toFinding(rule, task, `${nameOf(task)} ${what}; ${rule.mend}`);
}

function tellMany(rule: WorkRule, faults: readonly Fault[], who: string): Diagnostic {
  const tasks = faults.map(({ task }) => task);
  const message = `${who} ${rule.ofMany}: ${listNames(tasks.map(nameOf))}; ${rule.mend}`;
  return toFinding(rule, tasks[0], message);
}

function toFinding({ code, severity }: WorkRule, task: Task | undefined, message: string) {
  const { path, line, column } = task ?? { path: "", line: 1, column: 1 };
  return { code, severity, message, at: { path, line, column } };
}

function nameOf({ ownId, title }: Task): string {
  return ownId ?? `"${cutText(title, mostTitle)}"`;
}
