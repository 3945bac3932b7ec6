import type { TaskId } from "../model/ids.ts";
import type { Plan, Task } from "../model/plan.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";

const maxTitle = 80;

/** How far a plan is, as a table of its features and a last row for all; hours only where any are stated. */
export function renderProgress(plan: Plan, done: ReadonlySet<TaskId>): readonly string[] {
  const hasHours = plan.tasks.some(({ effort }) => effort !== undefined);
  const rows = plan.features.flatMap(({ id, title }) => {
    const tasks = plan.tasks.filter(({ featureId }) => featureId === id);
    return tasks.length === 0 ? [] : [toRow(escapeMarkdown(cutText(title, maxTitle)), tasks)];
  });
  const all = toRow("**All**", plan.tasks);
  const head = ["", "Done", "Tasks", ...(hasHours ? ["Hours left"] : [])];
  const lines = [head, head.map(() => "---"), ...(rows.length > 1 ? rows : []), all];
  return lines.map((cells) => `| ${cells.join(" | ")} |`);

  function toRow(name: string, tasks: readonly Task[]): readonly string[] {
    const open = tasks.filter(({ id }) => !done.has(id));
    const hoursLeft = open.reduce((sum, { effort }) => sum + (effort?.hours ?? 0), 0);
    const counts = [String(tasks.length - open.length), String(tasks.length)];
    return [name, ...counts, ...(hasHours ? [String(Math.round(hoursLeft * 10) / 10)] : [])];
  }
}
