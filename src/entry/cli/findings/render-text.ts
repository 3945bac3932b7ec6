import type { Diagnostic } from "../../../core/model/diagnostic.ts";
import { countOf } from "../../../core/text/count-of.ts";
import { stripControls } from "../strip-controls.ts";
import { countFindings, type Report } from "./report.ts";

const words = { error: "error", warning: "warning", info: "note" } as const;

/** For people: findings under their file in columns, then a count. */
export function renderText(report: Report): string {
  const byPath = new Map<string, Diagnostic[]>();
  for (const finding of report.diagnostics) {
    byPath.set(finding.at.path, [...(byPath.get(finding.at.path) ?? []), finding]);
  }
  const files = [...byPath].map(([path, found]) =>
    [stripControls(path), ...renderRows(found), ""].join("\n"),
  );
  return [...files, renderCount(report, byPath.size)].join("\n");
}

function renderRows(found: readonly Diagnostic[]): readonly string[] {
  const places = found.map(({ at }) => `${at.line}:${at.column}`);
  const width = Math.max(...places.map((place) => place.length));
  return found.map(({ severity, code, message }, index) =>
    [
      "",
      (places[index] ?? "").padStart(width),
      words[severity].padEnd("warning".length),
      code,
      stripControls(message.replace(/\s+/g, " ")),
    ].join("  "),
  );
}

function renderCount(report: Report, files: number): string {
  const all = countOf(report.paths.length, report.kind);
  const { error, warning, info } = countFindings(report);
  if (error + warning + info === 0) return `${all}, nothing found.`;
  const counts = [countOf(error, "error"), countOf(warning, "warning"), countOf(info, "note")];
  return `${all}: ${counts.join(", ")} in ${countOf(files, "file")}.`;
}
