import type { SpecDocument } from "../../src/core/model/spec.ts";

/**
 * A document's tasks in short, in order: `T001 done: Create it`, with `P` if parallel, `?` if optional,
 * and its steps in brackets (`[T001.1 x, Write it]`).
 */
export function tellTasks({ tasks }: Pick<SpecDocument, "tasks">): readonly string[] {
  return tasks.map((task) => {
    const marks = `${task.isParallel ? " P" : ""}${task.isOptional ? " ?" : ""}`;
    const steps = task.subtasks.map(
      ({ id, title, isDone }) => `${id ?? title}${isDone ? " x" : ""}`,
    );
    const told = `${task.ref} ${task.state}${marks}: ${task.title}`;
    return steps.length === 0 ? told : `${told} [${steps.join(", ")}]`;
  });
}
