import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { listUsedResources } from "../list-used-resources.ts";
import type { TasksPage } from "./tasks-page.ts";

/** What whoever does the work should know: who takes turns on what, and where all of it comes from. */
export function renderNotes({ plan, listOf }: TasksPage): readonly string[] {
  const turns = listUsedResources(plan).map(({ id, capacity, reason }) => {
    const users = plan.tasks.filter(({ needs }) => needs.some(({ resource }) => resource === id));
    const limit = capacity === 1 ? "one task at a time" : `${capacity} tasks at a time`;
    return `- **${toPlainMarkdown(id)}**, ${limit} (${toPlainMarkdown(reason)}): ${listOf(users.map((task) => task.id))}`;
  });
  return [
    "## Notes for Implementer",
    "",
    "### Key Considerations",
    "",
    ...(turns.length === 0 ? ["- No task shares anything with another"] : turns),
    "",
    "### Resources",
    "",
    `- The spec: \`${plan.specPath}\``,
    "- The plan: `Plan.md`; its choices: `Decisions.md`",
  ];
}
