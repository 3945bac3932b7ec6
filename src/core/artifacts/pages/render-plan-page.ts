import type { DagJson } from "../../model/artifact/dag-json.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { renderBottlenecks } from "./render-bottlenecks.ts";
import { renderCodebase } from "./render-codebase.ts";
import { renderConstraints } from "./render-constraints.ts";
import { renderCoverage } from "./render-coverage.ts";
import { renderCriticalPath } from "./render-critical-path.ts";
import { renderDependencies } from "./render-dependencies.ts";
import { renderDoubts } from "./render-doubts.ts";
import { renderFindings } from "./render-findings.ts";
import { renderForecast } from "./render-forecast.ts";
import { renderGates } from "./render-gates.ts";
import { renderMetrics } from "./render-metrics.ts";
import { renderNormalisation } from "./render-normalisation.ts";
import { renderResources } from "./render-resources.ts";
import { renderRisks } from "./render-risks.ts";
import { renderStrategy } from "./render-strategy.ts";
import { renderSuccess } from "./render-success.ts";
import { renderTable } from "./render-table.ts";
import { renderTimeline } from "./render-timeline.ts";
import { renderWaves } from "./render-waves.ts";

/** Plan.md: what is to be done, in what order, and what is in the way. All numbers are counted. */
export function renderPlanPage(input: ArtifactInput, metrics: DagJson["metrics"]): string {
  const sections = [
    renderHead(input),
    renderStrategy(input),
    renderScope(input),
    renderCodebase(input),
    renderMetrics(metrics),
    renderWaves(input),
    renderCriticalPath(input),
    renderGates(input),
    renderForecast(input),
    renderTimeline(input),
    renderRisks(input),
    renderDependencies(input),
    renderDoubts(input),
    renderResources(input),
    renderBottlenecks(input),
    renderConstraints(input),
    renderCoverage(input),
    renderNormalisation(input),
    renderSuccess(input, metrics),
    renderFindings(input),
  ].filter((lines) => lines.length > 0);
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function renderHead({ plan, diagnostics }: ArtifactInput): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const verdict =
    errors === 0
      ? "The plan is ok."
      : `The plan is **not ok**: ${countOf(errors, "error")}, listed under Findings.`;
  return [
    `# Plan: ${escapeMarkdown(plan.title || plan.specPath)}`,
    "",
    `${plan.id}, made from ${escapeMarkdown(plan.specPath)}, read as ${plan.dialect}. ${verdict}`,
  ];
}

function renderScope({ plan }: ArtifactInput): readonly string[] {
  const counts = new Map(plan.features.map(({ id }) => [id, { tasks: 0, done: 0 }]));
  for (const { featureId, state } of plan.tasks) {
    const count = counts.get(featureId) ?? { tasks: 0, done: 0 };
    count.tasks++;
    if (state === "done") count.done++;
  }
  const done = plan.tasks.filter(({ state }) => state === "done").length;
  const rows = plan.features.map(({ id, title, priority }) => [
    `${id} ${escapeMarkdown(title)}`,
    priority ?? "",
    String(counts.get(id)?.tasks ?? 0),
    String(counts.get(id)?.done ?? 0),
  ]);
  const total = `${countOf(plan.tasks.length, "task")} in ${countOf(plan.features.length, "feature")}, ${done} done`;
  const table = renderTable(["feature", "priority", "tasks", "done"], rows, "features.json");
  return ["## What the spec asks", "", `${total}.`, ...(rows.length > 0 ? ["", ...table] : [])];
}
