import { escapeHtml } from "../text/escape-html.ts";
import type { ArtifactSet } from "./read/artifact-set.ts";
import { buildReport } from "./report/build-report.ts";
import { renderFilters } from "./report/render-filters.ts";
import { renderGantt } from "./report/render-gantt.ts";
import { renderGraph } from "./report/render-graph.ts";
import { renderWaveRows } from "./report/render-wave-rows.ts";
import type { Report, ReportTask } from "./report/report.ts";
import { reportScript } from "./report/report-script.ts";
import { reportStyle } from "./report/report-style.ts";

/**
 * A plan as one page of HTML for people: graph, schedule and waves with filters. The page asks for nothing
 * from anywhere: its policy lets only its own script and style run, by their hashes, and forbids all
 * requests. Texts of the plan are escaped. Same artifacts, same bytes.
 *
 * @param hash SHA-256 of a text's UTF-8 form, lower-case hex.
 */
export function renderReport(set: ArtifactSet, hash: (text: string) => string): string {
  const report = buildReport(set);
  const toSource = (text: string) => `'sha256-${toBase64(hash(text))}'`;
  const policy = [
    "default-src 'none'",
    `script-src ${toSource(reportScript)}`,
    `style-src ${toSource(reportStyle)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const title = escapeHtml(report.title);
  return [
    "<!doctype html>",
    '<html lang="en">',
    "<head>",
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<link rel="icon" href="data:,">',
    `<title>${title}</title>`,
    `<style>${reportStyle}</style>`,
    "</head>",
    "<body>",
    renderHead(report),
    renderFilters(report),
    `<section aria-label="Dependencies"><div class="tools"><button type="button" id="smaller" aria-label="Smaller">−</button><button type="button" id="bigger" aria-label="Bigger">+</button><button type="button" id="actual">1:1</button><button type="button" id="whole">Whole</button></div><h2>Dependencies</h2><p class="key">From left to right: what can start first, then what waits for it. Red: the critical path. Stripe: the feature. Grey: done. Drag to move, Ctrl and wheel to zoom.</p><div class="pane" id="field">${renderGraph(report)}</div></section>`,
    `<section><h2>Schedule</h2><div class="pane">${renderGantt(report)}</div></section>`,
    `<section><h2>Waves</h2><div class="pane">${renderWaveRows(report)}</div></section>`,
    `<footer>${escapeHtml(`${report.planId}, as of ${report.generatedAt}`)}</footer>`,
    '<aside id="panel" hidden aria-labelledby="panel-title"><button type="button" class="close" id="close">Close</button><h2 id="panel-title"></h2><div id="panel-body"></div></aside>',
    `<script type="application/json" id="plan">${toData(report.tasks)}</script>`,
    `<script>${reportScript}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

function renderHead({ title, planId, isOk, errors, facts, tasks }: Report): string {
  const dt = facts.map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  const shown = errors.slice(0, 10).map((error) => `<li>${escapeHtml(error)}</li>`);
  const bad = isOk
    ? ""
    : `<div class="bad"><strong>The plan is not ok.</strong><ul>${shown.join("")}</ul></div>`;
  const behind = tasks.some(({ wave }) => wave === 0) && tasks.length > 0;
  const left = behind ? '<p class="sub">Tasks that stand in no wave could never start.</p>' : "";
  return `<header><h1>${escapeHtml(title)}</h1><p class="sub">${escapeHtml(planId)}</p>${bad}${left}<dl>${dt.join("")}</dl><noscript><p class="bad">Filters and details need the page's own script.</p></noscript></header>`;
}

/** JSON that ends no script: `<` is written as an escape. */
function toData(tasks: readonly ReportTask[]): string {
  return JSON.stringify(tasks).replaceAll("<", "\\u003c");
}

/** Hex digits as base64. */
function toBase64(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
  return btoa(String.fromCharCode(...bytes));
}
