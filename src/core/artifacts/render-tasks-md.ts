import type { TasksLayout } from "../model/tasks-layout.ts";
import { toPlainMarkdown } from "../text/to-plain-markdown.ts";
import { nameDay } from "./tasks-md/name-day.ts";
import { openTasksPage } from "./tasks-md/open-tasks-page.ts";
import { renderGroups } from "./tasks-md/render-groups.ts";
import { renderNotes } from "./tasks-md/render-notes.ts";
import { renderOrder } from "./tasks-md/render-order.ts";
import { renderProgress } from "./tasks-md/render-progress.ts";
import { renderRanks } from "./tasks-md/render-ranks.ts";
import { renderRisks } from "./tasks-md/render-risks.ts";
import { renderSummary } from "./tasks-md/render-summary.ts";
import { renderTeam } from "./tasks-md/render-team.ts";
import { renderTemporal } from "./tasks-md/render-temporal.ts";
import type { TasksInput, TasksPage } from "./tasks-md/tasks-page.ts";

/**
 * Writes a plan as one document of tasks for people, in one of three layouts. Read and planned again it
 * gives the same tasks, IDs, order, estimates, priorities, criteria and files; what a person adds to
 * it is then part of the spec. All numbers are counted or forecast.
 */
export function renderTasksMd(input: TasksInput, layout: TasksLayout): string {
  const page = openTasksPage(input, layout);
  const head = layout === "breakdown" ? renderHeader(page) : [`# Tasks: ${titleOf(page)}`];
  const tasks = renderGroups(page);
  const sections = [
    head,
    renderSummary(page),
    renderTeam(page),
    [...openTasks(layout), ...tasks],
    renderRanks(page),
    renderOrder(page),
    renderRisks(page),
    renderTemporal(page),
    renderNotes(page),
    renderProgress(page),
  ];
  const text = sections.map((lines) => lines.join("\n").trim()).join("\n\n");
  return `${text.replace(/\n{3,}/g, "\n\n")}\n`;
}

function openTasks(layout: TasksLayout): readonly string[] {
  if (layout === "checkbox") return [];
  return [layout === "breakdown" ? "## Task List" : "## Implementation Order", ""];
}

function titleOf({ plan }: TasksPage): string {
  return toPlainMarkdown(plan.title || plan.specPath);
}

function renderHeader(page: TasksPage): readonly string[] {
  const { plan, generatedAt } = page;
  const day = nameDay(generatedAt);
  const done = plan.tasks.filter(({ state }) => state === "done").length;
  const isBegun = plan.tasks.some(({ state }) => state === "in-progress");
  const status =
    done > 0 && done === plan.tasks.length
      ? "Completed"
      : done > 0 || isBegun
        ? "In Progress"
        : "Draft";
  return [
    `# Task Breakdown: ${titleOf(page)}`,
    "",
    `**Feature ID**: ${plan.id}`,
    `**Status**: ${status}`,
    ...(day === undefined ? [] : [`**Created**: ${day}`, `**Last Updated**: ${day}`]),
    "",
    "**Related Documents**:",
    `- Specification: \`${plan.specPath}\``,
    "- Technical Plan: `Plan.md`",
  ];
}
