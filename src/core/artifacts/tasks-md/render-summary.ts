import { countOf } from "../../text/count-of.ts";
import { toPlainMarkdown } from "../../text/to-plain-markdown.ts";
import { describeFrontier } from "../describe-frontier.ts";
import { listAdvantages } from "../list-advantages.ts";
import { roundHours } from "../round-hours.ts";
import type { TasksPage } from "./tasks-page.ts";

const headings = { breakdown: "Summary", checkbox: "Summary", temporal: "Overview" } as const;

/** The counts of the plan, how sure its hours are, and how it is best run; all computed. */
export function renderSummary(page: TasksPage): readonly string[] {
  const { layout } = page;
  return [
    `## ${headings[layout]}`,
    "",
    ...(layout === "temporal" ? renderList(page) : renderTable(page)),
    "",
    ...renderConfidence(page),
    "",
    "## Execution Strategy",
    "",
    "### Recommended Approach",
    "",
    ...renderApproach(page),
  ];
}

function renderTable(page: TasksPage): readonly string[] {
  const { plan, schedule } = page;
  const beside = new Set(schedule.parallelGroups.flatMap(({ tasks }) => tasks)).size;
  const percent = plan.tasks.length === 0 ? 0 : Math.round((100 * beside) / plan.tasks.length);
  return [
    "| Metric | Value |",
    "|--------|-------|",
    `| **Total Tasks** | ${plan.tasks.length} |`,
    `| **Estimated Duration** | ${describeDuration(page)} |`,
    `| **Parallelizable Tasks** | ${beside} (${percent}%) |`,
    `| **Critical Path Tasks** | ${page.chain.tasks.length} |`,
    `| **Dependencies** | ${plan.dag.edges.length} |`,
  ];
}

function renderList(page: TasksPage): readonly string[] {
  const { plan, schedule } = page;
  return [
    `- **Design Document**: ${toPlainMarkdown(plan.specPath)}`,
    `- **Total Tasks**: ${plan.tasks.length}`,
    `- **Estimated Effort**: ${schedule.forecast === undefined ? "not known" : `${roundHours(schedule.forecast.sequentialHours)} hours`}`,
    `- **Estimated Duration**: ${describeDuration(page)}`,
  ];
}

function describeDuration({ schedule }: TasksPage): string {
  const { forecast } = schedule;
  if (forecast === undefined) return "not known";
  const { p50Hours, p95Hours } = forecast.rolling;
  return `${roundHours(p50Hours)} to ${roundHours(p95Hours)} hours of work`;
}

/** High where all hours are stated and the runs agree, low where most are assumed. */
function renderConfidence({ plan, schedule }: TasksPage): readonly string[] {
  const stated = plan.tasks.filter(({ effort }) => effort !== undefined).length;
  const share = plan.tasks.length === 0 ? 0 : stated / plan.tasks.length;
  const level = share >= 0.9 ? "High" : share >= 0.5 ? "Medium" : "Low";
  const { forecast } = schedule;
  return [
    `**Confidence Level**: ${level}`,
    "",
    `- Estimates are stated for ${stated} of ${countOf(plan.tasks.length, "task")}${stated === plan.tasks.length ? "" : "; 2 to 8 hours are assumed for the others"}`,
    ...(forecast === undefined
      ? []
      : [
          `- Half of ${forecast.runs} simulated runs end within ${roundHours(forecast.rolling.p50Hours)} hours, 19 in 20 within ${roundHours(forecast.rolling.p95Hours)}`,
        ]),
  ];
}

function renderApproach({ plan, schedule }: TasksPage): readonly string[] {
  const { forecast, width, frontier, longestPath } = schedule;
  if (forecast === undefined) return [`None: ${schedule.whyNoForecast}.`];
  const saved = forecast.sequentialHours - forecast.rolling.p50Hours;
  const share = forecast.sequentialHours > 0 ? saved / forecast.sequentialHours : 0;
  const approach = share >= 0.5 ? "Parallel" : share >= 0.1 ? "Mixed" : "Sequential";
  return [
    approach,
    "",
    "**Rationale**:",
    "",
    `- ${describeFrontier(frontier)}; up to ${width.width} could ever run side by side`,
    `- The longest chain has ${longestPath.length} of ${plan.tasks.length} tasks`,
    `- Side by side the plan takes ${Math.round(100 * (1 - share))}% of the time of one task at a time`,
    ...listAdvantages(forecast).map((text) => `- Rolling frontier against waves: ${text}`),
  ];
}
