import { describePlan } from "../core/artifacts/describe-plan.ts";
import { readPlan } from "../core/artifacts/read-plan.ts";
import { renderReport } from "../core/artifacts/render-report.ts";
import type { Diagnostic } from "../core/model/diagnostic.ts";
import type { CompileTools } from "./compile-spec.ts";

/** A plan as people look at it. */
export interface ShownPlan {
  /** Lines of plain text. */
  readonly lines: readonly string[];
  /** The same as one page of HTML. */
  readonly toPage: () => string;
}

/**
 * Reads a plan's files, whoever wrote them, and shows them. Faults that leave the plan readable are for
 * `validatePlan` to tell.
 *
 * @returns What is wrong instead, where a file is missing or cannot be understood.
 */
export function showPlan(
  files: ReadonlyMap<string, string>,
  { hash }: Pick<CompileTools, "hash">,
): ShownPlan | readonly Diagnostic[] {
  const { artifacts, diagnostics } = readPlan(files, hash);
  if (artifacts === undefined) return diagnostics;
  return { lines: describePlan(artifacts), toPage: () => renderReport(artifacts, hash) };
}
