import type { TaskId } from "../../model/ids.ts";
import type { Task } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";

const maxTitleChars = 70;
const maxNames = 8;

/** Ways to write tasks on a page. */
export interface TaskNames {
  /** ID and title, escaped. */
  readonly toName: (id: TaskId) => string;
  /** A few IDs in a row, and how many more there are. */
  readonly toList: (ids: readonly TaskId[]) => string;
}

/** Names the tasks of a plan for people. */
export function nameTasks(tasks: readonly Task[]): TaskNames {
  const titles = new Map(tasks.map(({ id, title }) => [id, escapeMarkdown(shorten(title))]));
  return {
    toName: (id) => `${id} ${titles.get(id) ?? ""}`.trim(),
    toList: (ids) => {
      const more = ids.length > maxNames ? ` and ${ids.length - maxNames} more` : "";
      return `${ids.slice(0, maxNames).join(", ")}${more}`;
    },
  };
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length > maxTitleChars
    ? `${characters.slice(0, maxTitleChars - 1).join("")}…`
    : title;
}
