import type { Diagnostic, Severity } from "../../../core/model/diagnostic.ts";

/** What was linted and what was found. */
export interface LintReport {
  /** Paths of the specs, in the order that they were looked at. */
  readonly specs: readonly string[];
  /** Sorted by place, each told once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many findings there are of each weight. */
export type LintCounts = Readonly<Record<Severity, number>>;

/** Counts a report's findings. */
export function countFindings({ diagnostics }: LintReport): LintCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
