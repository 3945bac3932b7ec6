import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SpecEffort, SpecTask } from "../../model/spec.ts";

/** Five years of one person's work: more than any task takes. */
const mostHours = 10_000;

/**
 * Takes estimates away that no work can take, below 0 or above 10,000 hours, and says so (KS118): such
 * a task or step counts as one without an estimate. Three points that do not rise are put in order.
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
    const { effort } = task;
    const isRefused = effort !== undefined && !listHours(effort).every(isPossible);
    if (isRefused) refuse(task, task.line, task.column, name, effort.text);
    else if (effort !== undefined && !isRising(effort)) return putInOrder(task, effort);
    return { ...task, subtasks, effort: isRefused ? undefined : task.effort };
  });
  return { tasks: settled, diagnostics };

  /** Three points that do not rise: the least, the middle and the most of them count. */
  function putInOrder(task: SpecTask, effort: SpecEffort): SpecTask {
    const [minHours = 0, hours = 0, maxHours = 0] = [
      effort.minHours,
      effort.hours,
      effort.maxHours,
    ].toSorted((a, b) => a - b);
    const said = `${effort.minHours} h, ${effort.hours} h and ${effort.maxHours} h`;
    const message = `${task.ownId ?? `"${task.title}"`} is estimated at ${said} as optimistic, likely and pessimistic, which do not rise, so they count as ${minHours} h, ${hours} h and ${maxHours} h; write them in that order, or as O: 2h, M: 4h, P: 8h`;
    const at = { path: task.path, line: task.line, column: task.column };
    diagnostics.push({ code: "KS118", severity: "warning", message, at });
    return { ...task, effort: { ...effort, minHours, hours, maxHours } };
  }
}

function isRising({ minHours, hours, maxHours }: SpecEffort): boolean {
  return minHours <= hours && hours <= maxHours;
}

function listHours({ hours, minHours, maxHours, parts }: SpecEffort): readonly number[] {
  const { development = 0, testing = 0, review = 0 } = parts;
  return [hours, minHours, maxHours, development, testing, review];
}

function isPossible(hours: number): boolean {
  return hours >= 0 && hours <= mostHours;
}
