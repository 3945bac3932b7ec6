import type { Diagnostic } from "../../core/model/diagnostic.ts";
import { countOf } from "../../core/text/count-of.ts";

/** Findings for a terminal, one a line as compilers write them, then a count; empty where there are none. */
export function renderFindings(diagnostics: readonly Diagnostic[]): readonly string[] {
  if (diagnostics.length === 0) return [];
  const lines = diagnostics.map(
    ({ at, severity, code, message }) =>
      `${at.path}:${at.line}:${at.column}: ${severity} ${code} ${stripControls(message)}`,
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

/** Text from a spec must not steer the terminal. */
function stripControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
}
