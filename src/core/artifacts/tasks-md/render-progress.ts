import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { nameDay } from "./name-day.ts";
import type { TasksPage } from "./tasks-page.ts";

/** How far each group is, as the boxes say. */
export function renderProgress({ plan, generatedAt }: TasksPage): readonly string[] {
  const day = nameDay(generatedAt);
  const rows = plan.features.map(({ id, title }) => {
    const tasks = plan.tasks.filter(({ featureId }) => featureId === id);
    const done = tasks.filter(({ state }) => state === "done").length;
    const isBegun = tasks.some(({ state }) => state === "in-progress");
    const status =
      done === tasks.length ? "Finished" : done > 0 || isBegun ? "In progress" : "Not started";
    return `| ${toPlainMarkdown(title)} | ${tasks.length} | ${done} | ${status} |`;
  });
  return [
    "## Progress Tracking",
    "",
    "| Phase | Tasks | Completed | Status |",
    "|-------|-------|-----------|--------|",
    ...rows,
    "",
    ...(day === undefined ? [] : [`**Last Updated**: ${day}`, ""]),
    "## Change Log",
    "",
    "| Version | Date | Author | Changes |",
    "|---------|------|--------|---------|",
    `| 1.0 | ${day ?? "–"} | Keysteps | Made from ${toPlainMarkdown(plan.specPath)} (${plan.id}) |`,
  ];
}
