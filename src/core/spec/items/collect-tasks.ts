import type { InlineText } from "../outline/inline-text.ts";
import type { Block, ItemBlock, Outline } from "../outline/outline.ts";
import { isStepOf } from "./is-step-of.ts";
import { recogniseTask } from "./recognise-task.ts";
import type { TaskDraft } from "./task-draft.ts";

/** The tasks of a document and what only looks like one. */
export interface CollectedTasks {
  /** In document order. */
  readonly tasks: readonly TaskDraft[];
  /** IDs and titles of items that a template left to be filled in. */
  readonly placeholders: readonly InlineText[];
  /** Blocks that are no task and stand in none. */
  readonly others: readonly Block[];
}

/** Finds the tasks among a document's list items; steps (`T031.2` under `T031`) belong to their task. */
export function collectTasks(outline: Outline, source: string): CollectedTasks {
  const owners = new Map<ItemBlock, string>();
  const tasks: TaskDraft[] = [];
  const placeholders: InlineText[] = [];
  const others: Block[] = [];
  for (const block of outline.blocks) {
    const owner = block.item === undefined ? undefined : owners.get(block.item);
    const found = block.kind === "item" ? recogniseTask(block, source) : undefined;
    const isStep =
      owner !== undefined && found?.kind === "task" && isStepOf(found.task.ownId, owner);
    if (block.kind === "item" && found !== undefined && !isStep) {
      owners.set(block, found.kind === "task" ? found.task.ownId : "");
      if (found.kind === "task") tasks.push(found.task);
      else placeholders.push(found.text);
    } else if (owner === undefined) others.push(block);
    else if (block.kind === "item") owners.set(block, owner);
  }
  return { tasks, placeholders, others };
}
