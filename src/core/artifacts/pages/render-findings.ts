import { escapeMarkdown } from "../../text/escape-markdown.ts";
import type { ArtifactInput } from "../artifact-input.ts";
import { renderTable } from "./render-table.ts";

/** The section on what is wrong or doubtful, and on statements that made no dependency. */
export function renderFindings({ plan, diagnostics }: ArtifactInput): readonly string[] {
  const findings = diagnostics.map(({ severity, code, message, at }) => [
    severity,
    code,
    `${escapeMarkdown(at.path)}:${at.line}`,
    escapeMarkdown(message),
  ]);
  const statements = plan.unresolved.map(({ kind, path, line, text }) => [
    kind,
    `${escapeMarkdown(path)}:${line}`,
    escapeMarkdown(text),
  ]);
  return [
    "## Findings",
    "",
    ...(findings.length === 0
      ? ["None."]
      : renderTable(["severity", "code", "where", "what"], findings, "dag.json")),
    "",
    "## Statements that made no dependency",
    "",
    ...(statements.length === 0
      ? ["None: every statement found its task."]
      : renderTable(["kind", "where", "statement"], statements, "tasks.json")),
  ];
}
