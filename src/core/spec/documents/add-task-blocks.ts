import type { SpecSubtask } from "../../model/spec.ts";
import type { TaskDraft } from "../items/task-draft.ts";
import type { Source } from "../outline/build-source.ts";

/** Makes the blocks of a file that is one task its steps; what they ask for, the task asks for. */
export function addTaskBlocks(
  task: TaskDraft,
  blocks: readonly TaskDraft[],
  source: Source,
): TaskDraft {
  const steps = blocks.map(
    ({ title, state, files, span }): SpecSubtask => ({
      ...{ id: undefined, title, isDone: state === "done", hours: undefined, files },
      output: undefined,
      line: source.placeAt(span.start).line,
    }),
  );
  return {
    ...task,
    subtasks: [...task.subtasks, ...steps],
    doneWhen: [...task.doneWhen, ...blocks.flatMap(({ doneWhen }) => doneWhen)],
    checks: [...task.checks, ...blocks.flatMap(({ checks }) => checks)],
  };
}
