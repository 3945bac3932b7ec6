import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { renderTable } from "./render-table.ts";

/** How many requirements of the spec tasks serve, by area, and the gaps. */
export function renderCoverage({ plan }: ArtifactInput): readonly string[] {
  const { coverage } = plan;
  if (coverage === undefined) {
    const why =
      plan.tasks.length === 0
        ? "there are no tasks"
        : "the spec states no requirements in sentences, or no tasks beside them";
    return ["## Coverage", "", `Not applicable: ${why}.`];
  }
  const { total, covered, areas, gaps, isTraced } = coverage;
  const toShare = (part: number, whole: number) => `${Math.floor((100 * part) / whole)}%`;
  const rows = areas.map((area) => [
    area.name,
    `${area.covered} of ${area.total}`,
    toShare(area.covered, area.total),
  ]);
  const how = isTraced
    ? "Tasks name requirements by their IDs."
    : "No task names a requirement by its ID, so words in common speak for it.";
  const listed = gaps.map(({ id, text, path, line }) => [
    escapeMarkdown(id),
    escapeMarkdown(text),
    `${escapeMarkdown(path)}:${line}`,
  ]);
  return [
    "## Coverage",
    "",
    `Tasks serve ${covered} of ${total} requirements (${toShare(covered, total)}). ${how}`,
    "",
    ...renderTable(["area", "requirements", "served"], rows, "dag.json"),
    ...(listed.length === 0
      ? []
      : [
          "",
          "### Gaps",
          "",
          ...renderTable(["requirement", "what it asks", "where"], listed, "dag.json"),
        ]),
  ];
}
