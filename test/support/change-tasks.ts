import type { TaskLine } from "./a-spec-text.ts";

/** One change of a spec; the numbers pick a task and one before it, `extra` numbers new tasks. */
export interface TaskChange {
  readonly kind: string;
  readonly which: number;
  readonly other: number;
  readonly extra: number;
}

/** The tasks of a spec after its author rewords one, makes it depend on an earlier one, drops it or adds one after it. */
export function changeTasks(
  tasks: readonly TaskLine[],
  { kind, which, other, extra }: TaskChange,
): TaskLine[] {
  const index = which % tasks.length;
  const [id = "", title = "", ...before] = tasks[index] ?? [];
  const earlier = tasks[other % (index + 1)]?.[0] ?? "";
  const put = (line: TaskLine) => tasks.with(index, line);
  if (kind === "reword") return put([id, `${title} anew`, ...before]);
  if (kind === "depend" && earlier !== id && !before.includes(earlier))
    return put([id, title, ...before, earlier]);
  if (kind === "drop" && tasks.length > 2) return drop(tasks, id);
  if (kind === "add") return [...tasks, [`2.${extra}`, `Extra ${extra}`, id]];
  return [...tasks];
}

function drop(tasks: readonly TaskLine[], dropped: string): TaskLine[] {
  return tasks
    .filter(([id]) => id !== dropped)
    .map(([id, title, ...before]) => [id, title, ...before.filter((one) => one !== dropped)]);
}
