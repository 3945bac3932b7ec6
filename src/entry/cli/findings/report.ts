import type { Diagnostic, Severity } from "../../../core/model/diagnostic.ts";

/** What was looked at and what was found. */
export interface Report {
  readonly kind: "spec" | "plan";
  /** Paths of the specs or plans, in the order that they were looked at. */
  readonly paths: readonly string[];
  /** Sorted by place, each told once. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How many findings there are of each weight. */
export type FindingCounts = Readonly<Record<Severity, number>>;

/** Counts a report's findings. */
export function countFindings({ diagnostics }: Report): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) counts[severity]++;
  return counts;
}
