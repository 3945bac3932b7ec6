import type { Task } from "../../model/plan.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import type { TaskKey } from "./task-key.ts";
import type { TasksPage } from "./tasks-page.ts";

/** Titles that name nothing that could be read as another task. */
const harmless = /^[\p{L}][\p{L} '’-]{2,70}$/u;
const orderWords =
  /\b(?:all|after|before|block\w*|depend\w*|every|each|none|phase|task|until|wait\w*|previous|any|prior|earlier|above|both|or|and)\b/i;

/**
 * What a task waits for: tasks by name, then wishes marked as such, then what is outside of the plan as the
 * spec words it. `None` only where nothing is left open, for "none" is a statement of its own.
 */
export function listBlockers(page: TasksPage, task: Task, name: string): readonly TaskKey[] {
  const { nameOf, taskOf, layout } = page;
  const before = page.waitsFor.get(task.id) ?? [];
  const soft = page.softInto.get(task.id) ?? [];
  const wishes = soft.filter(({ origin }) => origin === "stated").map(({ from }) => from);
  const outside = (page.outsideOf.get(task.id) ?? []).map(({ text }) =>
    toPlainMarkdown(text.replace(/^(?:depends on|dependencies|blocked by)\s*:\s*/i, "")),
  );
  if (before.length + wishes.length + outside.length === 0) {
    return soft.length > 0 ? [] : [{ name, value: "None" }];
  }
  const isLong = layout === "checkbox";
  const names = before.map((id) => {
    const title = taskOf.get(id)?.title ?? "";
    const isSafe = isLong && harmless.test(title) && !orderWords.test(title);
    return `${nameOf(id)}${isSafe ? `: ${title}` : ""}${isLong ? " (must complete)" : ""}`;
  });
  const all = [...names, ...wishes.map((id) => `${nameOf(id)} (optional)`), ...outside];
  return isLong ? [{ name, bullets: all }] : [{ name, value: all.join(", ") }];
}
