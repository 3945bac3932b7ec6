import type { Diagnostic } from "../core/model/diagnostic.ts";
import { describePatch } from "../core/sync/describe-patch.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { type CompileTools, compileSpec, type SpecSource } from "./compile-spec.ts";
import { findLastApply } from "./find-last-apply.ts";
import type { PlanPorts } from "./plan-one-spec.ts";
import { requireIssues } from "./require-issues.ts";
import { syncIssues } from "./sync-issues.ts";

/** A spec from this machine, and whether to write. */
export interface LocalApply {
  readonly source: Omit<SpecSource, "record">;
  /** Whether a file stands in the work tree; repository-relative path. */
  readonly hasFile: (path: string) => Promise<boolean>;
  readonly isDryRun: boolean;
}

/** What was written, or would be. */
export interface LocallyApplied {
  readonly diagnostics: readonly Diagnostic[];
  readonly isOk: boolean;
  /** One line a write; empty where the plan is not ok. */
  readonly lines: readonly string[];
}

/**
 * Applies a spec that stands on this machine, as a push to the default branch would apply it
 * there. A plan that is not ok is never applied.
 */
export async function applyLocalSpec(
  { source, hasFile, isDryRun }: LocalApply,
  ports: PlanPorts,
  tools: CompileTools,
): Promise<LocallyApplied> {
  const repository = await ports.source.readRepository();
  if (!isDryRun) requireIssues(repository);
  const branchFiles = await ports.branch.readFiles(plansFolder, [recordFile]);
  const text = source.files.map((file) => file.text).join("\n");
  const spec = { path: source.path, previousPath: undefined, text, hasFile };
  const { last, takenPlanIds } = await findLastApply(branchFiles.files, spec);
  const compiled = compileSpec({ ...source, record: last?.record, takenPlanIds }, tools);
  const { diagnostics, isOk } = compiled;
  if (!isOk) return { diagnostics, isOk, lines: [] };
  const outcome = await syncIssues(compiled, ports, { repository, branchFiles, last, isDryRun });
  const commit = outcome.isPlanKept ? [] : ["~ branch keysteps: the plan and its record"];
  return {
    diagnostics,
    isOk,
    lines: [...describePatch(outcome.patch, outcome.tracking), ...commit],
  };
}
