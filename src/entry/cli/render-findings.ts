import type { Diagnostic } from "../../core/model/diagnostic.ts";
import { countOf } from "../../core/text/count-of.ts";
import { stripControls } from "./strip-controls.ts";

/** Findings for a terminal, one a line as compilers write them, then a count; empty where there are none. */
export function renderFindings(diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.map(
    ({ at, severity, code, message }) =>
      `${stripControls(at.path)}:${at.line}:${at.column}: ${severity} ${code} ${stripControls(message)}${at.pointer ? ` [${stripControls(at.pointer)}]` : ""}`,
  );
  const count = (wanted: string) =>
    diagnostics.filter(({ severity }) => severity === wanted).length;
  const counts = [
    countOf(count("error"), "error"),
    countOf(count("warning"), "warning"),
    countOf(count("info"), "note"),
  ];
  return [...lines, counts.join(", ")];
}
