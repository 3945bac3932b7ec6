import type { Dependency } from "../../model/plan.ts";
import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { countOf } from "./count-of.ts";
import { renderTable } from "./render-table.ts";

/** The section on what waits for what, with the line that says it. */
export function renderDependencies({ plan }: ArtifactInput): readonly string[] {
  const { edges, soft, lowConfidence } = plan.dag;
  const place = new Map(plan.tasks.map(({ id }, index) => [id, index]));
  const byWaiter = edges.toSorted((a, b) => (place.get(a.to) ?? 0) - (place.get(b.to) ?? 0));
  const rows = byWaiter.map((edge) => [
    edge.to,
    edge.from,
    escapeMarkdown(edge.reason),
    describePlace(edge),
  ]);
  const kept = `${countOf(edges.length, "dependency")} in the graph`;
  const out = `${soft.length} soft and ${lowConfidence.length} below confidence ${plan.config.minConfidence} are kept out of it`;
  return [
    "## Dependencies",
    "",
    `${kept}; ${out}.`,
    ...(rows.length > 0
      ? ["", ...renderTable(["task", "waits for", "because", "where"], rows, "tasks.json")]
      : []),
  ];
}

function describePlace({ evidence: [first] }: Dependency): string {
  return first === undefined ? "" : `${escapeMarkdown(first.path)}:${first.startLine}`;
}
