import { type AnnotationProperties, error, warning } from "@actions/core";
import type { Diagnostic } from "../../core/model/diagnostic.ts";

import { say } from "./say.ts";

/** GitHub shows 10 annotations of each kind a step and drops the rest. */
const maxOfKind = 10;

const annotate: Readonly<
  Record<"error" | "warning", (text: string, at: AnnotationProperties) => void>
> = { error, warning };

/**
 * Shows errors and warnings on the lines of the spec; those over GitHub's limit are counted in the log.
 * Notes stand in the comment and the summary only: a line is marked where something is wrong with it.
 */
export function reportFindings(diagnostics: readonly Diagnostic[]): void {
  for (const severity of ["error", "warning"] as const) {
    const found = diagnostics.filter((finding) => finding.severity === severity);
    for (const { code, message, at } of found.slice(0, maxOfKind)) {
      const place = { title: code, file: at.path, startLine: at.line, startColumn: at.column };
      annotate[severity](message, place);
    }
    const rest = found.length - maxOfKind;
    if (rest > 0) say(`${rest} more findings of severity ${severity} stand in the summary`);
  }
}
