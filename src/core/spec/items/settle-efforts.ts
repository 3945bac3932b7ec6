import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecEffort, SpecTask } from "../../model/spec.ts";

/** Five years of one person's work: more than any task takes. */
const mostHours = 10_000;

/**
 * Takes estimates away that no work can take, below 0 or above 10,000 hours, and says so (KS118): such
 * a task or step counts as one without an estimate.
 */
export function settleEfforts(tasks: readonly SpecTask[]): {
  readonly tasks: readonly SpecTask[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const refuse = ({ path }: SpecTask, line: number, column: number, who: string, said: string) => {
    const message = `${who} is estimated at ${said}, which is not from 0 to ${mostHours} h, so the estimate does not count; write hours, days or weeks within that, or leave it out`;
    diagnostics.push({ code: "KS118", severity: "warning", message, at: { path, line, column } });
  };
  const settled = tasks.map((task): SpecTask => {
    const name = task.ownId ?? `"${task.title}"`;
    const subtasks = task.subtasks.map((step) => {
      if (step.hours === undefined || isPossible(step.hours)) return step;
      refuse(task, step.line, 1, `A step of ${name}`, `${step.hours} h`);
      return { ...step, hours: undefined };
    });
    const isRefused = task.effort !== undefined && !listHours(task.effort).every(isPossible);
    if (isRefused) refuse(task, task.line, task.column, name, task.effort?.text ?? "");
    return { ...task, subtasks, effort: isRefused ? undefined : task.effort };
  });
  return { tasks: settled, diagnostics };
}

function listHours({ hours, minHours, maxHours, parts }: SpecEffort): readonly number[] {
  const { development = 0, testing = 0, review = 0 } = parts;
  return [hours, minHours, maxHours, development, testing, review];
}

function isPossible(hours: number): boolean {
  return hours >= 0 && hours <= mostHours;
}
