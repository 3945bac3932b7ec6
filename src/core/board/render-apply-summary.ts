import type { PlanProposal, UnappliedSpec } from "../model/proposal.ts";
import { countOf } from "../text/count-of.ts";
import { cutText } from "../text/cut-text.ts";
import { escapeMarkdown } from "../text/escape-markdown.ts";
import { renderFindings } from "./render-findings.ts";
import { renderFlags } from "./render-flags.ts";

const maxTitle = 200;

/** What an apply did, for the job's summary page. */
export function renderApplySummary(
  proposals: readonly PlanProposal[],
  unapplied: readonly UnappliedSpec[] = [],
): string {
  const failed = unapplied.flatMap(({ specPath, reason }) => [
    `### ${escapeMarkdown(specPath)}`,
    `**Not applied:** ${escapeMarkdown(reason)}.`,
  ]);
  const applied = proposals.flatMap((proposal) => {
    const { plan, schedule, summary, trackingNumber } = proposal;
    const verdict = summary
      ? `${countOf(summary.added.length, "issue")} added, ${summary.changed.length} changed, ${summary.closed.length} closed, ${countOf(summary.linksAdded, "link")} made; ${countOf(plan.tasks.length, "task")} in ${countOf(schedule.waves.length, "wave")}; tracking issue #${trackingNumber ?? "?"}.`
      : "**Not applied:** the plan has errors.";
    return [
      `### ${escapeMarkdown(cutText(plan.title, maxTitle))}`,
      verdict,
      ...renderFlags(summary),
      ...renderFindings(proposal.diagnostics),
    ];
  });
  const parts = [...failed, ...applied];
  const body = parts.length === 0 ? ["No spec was changed by this push."] : parts;
  return `${["## Keysteps apply", ...body].join("\n\n")}\n`;
}
