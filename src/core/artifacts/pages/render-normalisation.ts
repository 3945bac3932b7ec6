import type { PlannedSize } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import { listNames } from "../../text/list-names.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { roundHours } from "../round-hours.ts";
import { renderTable } from "./render-table.ts";

/** Tasks that were split or put together, or that would have a better size so, and into what. */
export function renderNormalisation({ plan }: ArtifactInput): readonly string[] {
  const sizes = plan.sizes ?? [];
  const isMade = sizes.some((one) => one.isMade);
  const rows = sizes.map(({ kind, tasks, parts, reason }) => [
    listNames(tasks.map(escapeMarkdown)),
    kind,
    listNames(parts.map(describePart)),
    escapeMarkdown(reason),
  ]);
  const told = isMade
    ? "Tasks that were too large or too small were split or put together."
    : "Nothing was split or merged: what a spec states stays as it is.";
  const head = ["task", "change", "into", "why"];
  return [
    "## Normalisation",
    "",
    rows.length === 0
      ? `${told} No task has more than 16 h or is small enough to be merged.`
      : isMade
        ? told
        : `${told} \`--normalise\` would do this:`,
    ...(rows.length === 0 ? [] : ["", ...renderTable(head, rows, "tasks.json")]),
  ];
}

function describePart({ id, title, hours }: PlannedSize["parts"][number]): string {
  return `${id === undefined ? "" : `${id} `}${escapeMarkdown(title)} (${roundHours(hours)} h)`;
}
