import type { Task } from "../model/plan.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";

/** What is known of a task in a word or two each, as one line; empty if nothing is. */
export function renderTaskFacts(task: Task): string {
  const facts = [
    ["Estimate", task.effort?.text],
    ["Type", task.type],
    ["Priority", task.priority],
    ["Owner", task.owner],
    ["Skills", task.skills.join(", ") || undefined],
    ["Serves", task.requirements.join(", ") || undefined],
    ["Optional", task.isOptional ? "yes" : undefined],
  ] as const;
  return facts
    .flatMap(([name, value]) =>
      value === undefined ? [] : [`**${name}** ${escapeMarkdown(value.slice(0, 200))}`],
    )
    .join(" · ");
}
