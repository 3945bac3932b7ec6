import type { PatchSummary } from "../model/patch.ts";
import type { PlanProposal } from "../model/proposal.ts";
import { countOf } from "../text/count-of.ts";
import { cutLines } from "../text/cut-lines.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { toCode } from "../text/to-code.ts";
import { describeAdoptions } from "./describe-adoptions.ts";
import { describeMatches } from "./describe-matches.ts";
import { commentMarker, renderPlanMarker } from "./plan-comment-marker.ts";
import { renderFindings } from "./render-findings.ts";
import { renderFlags } from "./render-flags.ts";
import { renderFold } from "./render-fold.ts";
import { renderGanttChart } from "./render-gantt-chart.ts";
import { renderMermaid } from "./render-mermaid.ts";
import { renderOutlook } from "./render-outlook.ts";
import { renderTaskTable } from "./render-task-table.ts";

/** GitHub's limit for a comment is 65,536 characters; the rest is left for the folds. */
const maxLength = 60_000;
/** Statements, and matches, that are shown; the rest is counted. */
const maxStatements = 30;
const maxTitle = 200;

/**
 * The one comment on a pull request, and the summary of a dry run: what merging or applying would do, spec by spec. Above GitHub's
 * limit the graph goes first, then tables and findings, then whole specs; nothing is cut in half.
 */
export function renderPlanComment(
  proposals: readonly PlanProposal[],
  { empty, foot }: Frame = ofPullRequest,
): string {
  const head = `${commentMarker}\n${renderPlanMarker(proposals)}\n\n## Keysteps plan`;
  for (const detail of ["graph", "table"] as const) {
    const text = [head, ...renderAll(detail)].join("\n\n");
    if (text.length <= maxLength) return `${text}\n`;
  }
  const lines = cutLines(renderAll("counts"), maxLength);
  return `${[head, ...lines].join("\n\n")}\n`;

  function renderAll(detail: Detail): readonly string[] {
    if (proposals.length === 0) return [empty];
    const parts = proposals.flatMap((proposal) => renderProposal(proposal, detail));
    return [...parts, `<sub>${foot}</sub>`];
  }
}

/** What stands there without a plan, and below the plans. */
interface Frame {
  readonly empty: string;
  readonly foot: string;
}

const ofPullRequest: Frame = {
  empty: "No spec is changed by this pull request any more: merging it writes nothing.",
  foot: "No issue is written until this is merged. This comment is kept up to date.",
};

/** The frame of an apply that only says what it would write. */
export const ofDryRun: Frame = {
  empty: "No spec was changed since the last apply.",
  foot: "This was a dry run: nothing was written.",
};

type Detail = "graph" | "table" | "counts";

function renderProposal(proposal: PlanProposal, detail: Detail): readonly string[] {
  const { plan, schedule, summary } = proposal;
  const graph = detail === "graph" ? renderMermaid(plan, schedule) : undefined;
  const gantt = detail === "graph" ? renderGanttChart(plan, schedule) : undefined;
  return [
    `### ${escapeMarkdown(cutText(plan.title, maxTitle))} (\`${toCode(plan.specPath)}\`)`,
    renderVerdict(proposal),
    ...(detail === "counts" ? [] : renderOutlook(proposal)),
    ...renderFlags(summary),
    ...(summary && detail !== "counts" ? [renderTaskTable(proposal)] : []),
    ...(graph ? [renderFold("Graph", ["```mermaid", graph, "```"].join("\n"))] : []),
    ...(gantt ? [renderFold("Schedule", ["```mermaid", gantt, "```"].join("\n"))] : []),
    ...(detail === "counts" ? [] : renderMatches(plan)),
    ...(detail === "counts" || !summary ? [] : renderAdoptions(summary)),
    ...(detail === "counts" ? [] : renderUnresolved(plan.unresolved)),
    ...(detail === "counts"
      ? [`${countOf(proposal.diagnostics.length, "finding")}, shown in the job's log.`]
      : renderFindings(proposal.diagnostics)),
  ];
}

/** Tasks that kept their issue under another title: whoever merges should see that none was mistaken. */
function renderMatches(plan: PlanProposal["plan"]): readonly string[] {
  const lines = describeMatches(plan);
  return renderLines(lines, `${countOf(lines.length, "task")} reworded, known again`);
}

/** Issues that are taken over: the same. */
function renderAdoptions(summary: PatchSummary): readonly string[] {
  const lines = describeAdoptions(summary);
  return renderLines(lines, `${countOf(lines.length, "issue")} taken over`);
}

function renderLines(lines: readonly string[], title: string): readonly string[] {
  if (lines.length === 0) return [];
  const shown = lines
    .slice(0, maxStatements)
    .map((line) => `- ${escapeMarkdown(cutText(line, 2 * maxTitle))}`);
  const rest = lines.length > maxStatements ? [`- …and ${lines.length - maxStatements} more`] : [];
  return [renderFold(title, [...shown, ...rest].join("\n"))];
}

/** Statements that name something outside the plan: whoever merges should know of them. */
function renderUnresolved(statements: PlanProposal["plan"]["unresolved"]): readonly string[] {
  if (statements.length === 0) return [];
  const shown = statements
    .slice(0, maxStatements)
    .map(
      ({ kind, line, text }) =>
        `- line ${line}, ${kind}: ${escapeMarkdown(cutText(text, maxTitle))}`,
    );
  const rest =
    statements.length > maxStatements ? [`- …and ${statements.length - maxStatements} more`] : [];
  const title = `${countOf(statements.length, "statement")} with a part that names nothing in the plan`;
  return [renderFold(title, [...shown, ...rest].join("\n"))];
}

function renderVerdict({ plan, schedule, summary }: PlanProposal): string {
  if (!summary)
    return "**This plan is not ok and would not be applied.** Mend the errors below first.";
  const counts = `**${summary.added.length} to add, ${summary.changed.length} to change, ${summary.closed.length} to close**`;
  const links = `${countOf(summary.linksAdded, "blocked-by link")} to make, ${summary.linksRemoved} to remove`;
  const shape = `${countOf(plan.tasks.length, "task")} in ${countOf(schedule.waves.length, "wave")}`;
  return [counts, [links, shape].join("; ")].join(" · ");
}
