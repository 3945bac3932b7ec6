import { type AnnotationProperties, error, notice, warning } from "@actions/core";
import type { Diagnostic, Severity } from "../../core/model/diagnostic.ts";

import { say } from "./say.ts";

/** GitHub shows 10 annotations of each kind a step and drops the rest. */
const maxOfKind = 10;

const annotate: Readonly<Record<Severity, (text: string, at: AnnotationProperties) => void>> = {
  error,
  warning,
  info: notice,
};

/** Shows findings on the lines of the spec; those over GitHub's limit are counted in the log. */
export function reportFindings(diagnostics: readonly Diagnostic[]): void {
  for (const severity of ["error", "warning", "info"] as const) {
    const found = diagnostics.filter((finding) => finding.severity === severity);
    for (const { code, message, at } of found.slice(0, maxOfKind)) {
      const place = { title: code, file: at.path, startLine: at.line, startColumn: at.column };
      annotate[severity](message, place);
    }
    const rest = found.length - maxOfKind;
    if (rest > 0) say(`${rest} more findings of severity ${severity} stand in the summary`);
  }
}
