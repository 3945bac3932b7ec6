import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import type { Decision } from "./decision.ts";
import { listCodeDecisions } from "./list-code-decisions.ts";
import { listPlanDecisions } from "./list-plan-decisions.ts";
import { listResourceDecisions } from "./list-resource-decisions.ts";

/** Decisions.md: the choices that were really made for this plan, the others there were, and what each costs. */
export function renderDecisionsPage(input: ArtifactInput): string {
  const decisions = [
    ...listPlanDecisions(input),
    ...listResourceDecisions(input),
    ...listCodeDecisions(input),
  ];
  const title = `# Decisions: ${escapeMarkdown(input.plan.title || input.plan.specPath)}`;
  return `${[title, ...decisions.map(renderDecision)].join("\n\n")}\n`;
}

function renderDecision({ title, context, options, why }: Decision, index: number): string {
  const lines = [
    `## ${index + 1}. ${title}`,
    "",
    context,
    "",
    ...options.map(({ name, consequence }, place) =>
      place === 0 ? `- **${name}** (chosen): ${consequence}` : `- ${name}: ${consequence}`,
    ),
    "",
    `Why: ${why}`,
  ];
  return lines.join("\n");
}
