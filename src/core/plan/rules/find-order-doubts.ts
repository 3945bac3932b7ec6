import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Task } from "../../model/plan.ts";
import { listNames } from "../../text/list-names.ts";
import type { PlanDraft } from "../plan-draft.ts";

/**
 * KS204 where a task is ticked off though some that it waits for are not; KS205 where a task waits
 * for some of later phases. Both may be meant, so they only warn.
 */
export function findOrderDoubts(plan: PlanDraft): readonly Diagnostic[] {
  const tasks = new Map(plan.tasks.map((task) => [task.id, task]));
  const before = new Map<Task, Task[]>();
  for (const { from, to } of plan.dag.edges) {
    const [first, second] = [tasks.get(from), tasks.get(to)];
    if (first === undefined || second === undefined) continue;
    before.set(second, [...(before.get(second) ?? []), first]);
  }
  return [...before].flatMap(([task, awaited]) => [
    ...doubtTick(task, awaited),
    ...doubtPhase(task, awaited),
  ]);
}

function doubtTick(task: Task, awaited: readonly Task[]): readonly Diagnostic[] {
  const open = awaited.filter(({ state }) => state !== "done");
  if (task.state !== "done" || open.length === 0) return [];
  const message = `${nameOf(task)} is ticked off, but ${listNames(open.map(nameOf))}, which it waits for, ${open.length === 1 ? "is" : "are"} not; tick them too, or take out the dependency`;
  return [toDoubt("KS204", task, message)];
}

function doubtPhase(task: Task, awaited: readonly Task[]): readonly Diagnostic[] {
  const later = awaited.filter(({ phase }) => phase > task.phase && task.phase > 0);
  if (later.length === 0) return [];
  const names = later.map((each) => `${nameOf(each)} of phase ${each.phase}`);
  const message = `${nameOf(task)} of phase ${task.phase} waits for ${listNames(names)}, which comes later; move one of them, or take out the dependency`;
  return [toDoubt("KS205", task, message)];
}

function nameOf({ ownId, id }: Task): string {
  return ownId ?? id;
}

function toDoubt(code: string, { path, line, column }: Task, message: string): Diagnostic {
  return { code, severity: "warning", message, at: { path, line, column } };
}
