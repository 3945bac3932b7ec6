import type { Task } from "../../model/plan.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { describeEffort, listTaskKeys } from "./list-task-keys.ts";
import type { TaskKey } from "./task-key.ts";
import type { TasksPage } from "./tasks-page.ts";

const boxes: Readonly<Record<Task["state"], string>> = {
  todo: " ",
  "in-progress": "~",
  done: "x",
  blocked: "!",
  deferred: "-",
};

/** One task in the layout of the document: its line, then what is said of it. */
export function renderTask(page: TasksPage, task: Task): readonly string[] {
  const { layout, nameOf } = page;
  const name = nameOf(task.id);
  const full = layout === "checkbox" ? name : nameInFull(name);
  const title = `${listTags(page, task)}${toPlainMarkdown(task.title)}`;
  const time = task.effort === undefined ? "" : ` (${describeEffort(task.effort)})`;
  const optional = task.isOptional ? " (optional)" : "";
  const keys = listTaskKeys(page, task);
  switch (layout) {
    case "breakdown":
      return [
        `#### ${full}: ${title}${optional}`,
        "",
        ...keys.flatMap((key) => [...renderKey(key, "**:"), ""]),
        "---",
        "",
      ];
    case "checkbox":
      return [
        `- [${boxes[task.state]}] **${full}: ${title}**${time}${optional}`,
        "",
        ...keys.flatMap((key) => [...indent(renderKey(key, ":**")), ""]),
      ];
    case "temporal":
      return [
        `- [${boxes[task.state]}] **${full}**: ${title}${time}${optional}`,
        ...keys.flatMap((key) => indent(renderNested(key))),
        "",
      ];
  }
}

/** With the word for what it is: `Task T031`, `Work Package WP01`. */
function nameInFull(name: string): string {
  if (name.startsWith("Task ")) return name;
  return `${name.startsWith("WP") ? "Work Package" : "Task"} ${name}`;
}

/** `[P] [US1] `: what may run beside others, and its story where the group does not say so. */
function listTags({ spec }: TasksPage, { isParallel, story, groupId }: Task): string {
  const group = spec.groups.find(({ id }) => id === groupId);
  const isSaid = story === undefined || group?.story === story;
  return `${isParallel ? "[P] " : ""}${isSaid ? "" : `[${story}] `}`;
}

function renderKey({ name, remark, value, bullets, code }: TaskKey, end: string): string[] {
  const said = remark === undefined ? "" : ` (${remark})`;
  const label = end === "**:" ? `**${name}**${said}:` : `**${name}${said}:**`;
  return [
    value === undefined ? label : `${label} ${value}`,
    ...listBullets(bullets),
    ...fence(code),
  ];
}

/** A key as a bullet of the task; steps stand by themselves. */
function renderNested(key: TaskKey): string[] {
  if (key.name === "Subtasks") return listBullets(key.bullets);
  const [first = "", ...more] = renderKey(key, "**:");
  return [`- ${first}`, ...indent(more)];
}

function listBullets(bullets: readonly string[] = []): string[] {
  return bullets.flatMap((text) => {
    const [first = "", ...more] = text.split("\n");
    return [`- ${first}`, ...more];
  });
}

function fence(code: readonly string[] | undefined): string[] {
  if (code === undefined) return [];
  const longest = Math.max(
    2,
    ...code.flatMap((text) => (text.match(/`+/g) ?? []).map((run) => run.length)),
  );
  const mark = "`".repeat(longest + 1);
  return [`${mark}bash`, ...code, mark];
}

function indent(lines: readonly string[]): string[] {
  return lines.map((text) => (text === "" ? "" : `  ${text}`));
}
