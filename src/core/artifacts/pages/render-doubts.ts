import type { Dependency } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { fold } from "./fold.ts";
import { renderTable } from "./render-table.ts";

/** Rows that are shown without a click. */
const maxOpen = 12;

/** Dependencies that hold nobody up: soft ones, and those that are not sure enough. */
export function renderDoubts({ plan }: ArtifactInput): readonly string[] {
  const { soft, lowConfidence } = plan.dag;
  if (soft.length + lowConfidence.length === 0) return [];
  return [
    "## Dependencies that hold nobody up",
    ...describe(
      "Below the least confidence",
      lowConfidence,
      "To make one hold, let the spec say so.",
    ),
    ...describe("Soft", soft, "Good to know, no reason to wait."),
  ];
}

function describe(name: string, list: readonly Dependency[], meaning: string): readonly string[] {
  if (list.length === 0) return [];
  const rows = list.map(({ from, to, type, confidence, reason }) => [
    `${from} → ${to}`,
    type,
    String(confidence),
    escapeMarkdown(reason),
  ]);
  const table = renderTable(["dependency", "kind", "confidence", "because"], rows, "dag.json");
  const body = rows.length > maxOpen ? fold(countOf(rows.length, "dependency"), table) : table;
  return ["", `### ${name}`, "", meaning, "", ...body];
}
