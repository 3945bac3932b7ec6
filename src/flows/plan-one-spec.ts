import { InputError } from "../core/errors.ts";
import type { Config } from "../core/model/config.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { type CompileTools, compileSpec, configPath } from "./compile-spec.ts";
import { findLastApply } from "./find-last-apply.ts";
import type { ChangedSpec } from "./find-specs.ts";
import type { SourceReader } from "./ports.ts";
import { readSpecFiles } from "./read-spec-files.ts";
import { requireIssues } from "./require-issues.ts";
import { type SyncPorts, syncIssues } from "./sync-issues.ts";

/** The doors that planning and applying go through. */
export interface PlanPorts extends SyncPorts {
  readonly source: SourceReader;
}

/** One spec at one commit, and whether to write. */
export interface PlanRequest extends ChangedSpec {
  /** Commit that spec and settings are read at. */
  readonly ref: string;
  readonly isDryRun: boolean;
  readonly overrides: Partial<Config>;
}

/**
 * Reads one spec and the record of its last apply, compiles it, and brings the issues to the
 * plan (or says what that would write). A plan that is not ok is never applied.
 */
export async function planOneSpec(
  request: PlanRequest,
  ports: PlanPorts,
  tools: CompileTools,
): Promise<PlanProposal> {
  const { path, ref } = request;
  const repository = await ports.source.readRepository();
  if (!request.isDryRun) requireIssues(repository);
  const readFile = (wanted: string) => ports.source.readFile(wanted, ref);
  const files = await readSpecFiles(request.files, readFile, tools);
  if (files.at(-1)?.path !== request.files.at(-1))
    throw new InputError(`Cannot plan ${path}: there is no such file at ${ref}`);
  const configText = await readFile(configPath);
  const changedAt = await readLastChange();
  const branchFiles = await ports.branch.readFiles(plansFolder, [recordFile]);
  const hasFile = async (other: string) => (await readFile(other)) !== undefined;
  const text = files.map((file) => file.text).join("\n");
  const spec = { path, previousPath: request.previousPath, text, hasFile };
  const { last, takenPlanIds } = await findLastApply(branchFiles.files, spec);

  const compiled = compileSpec(
    {
      path,
      files,
      changedAt,
      configText,
      overrides: request.overrides,
      record: last?.record,
      takenPlanIds,
    },
    tools,
  );
  const { plan, schedule, diagnostics, isOk } = compiled;
  if (!isOk) {
    return { plan, schedule, diagnostics, isOk, summary: undefined, trackingNumber: undefined };
  }
  const context = { repository, branchFiles, last, isDryRun: request.isDryRun };
  const { summary, trackingNumber } = await syncIssues(compiled, ports, context);
  return { plan, schedule, diagnostics, isOk, summary, trackingNumber };

  async function readLastChange(): Promise<number> {
    const times = files.map((file) => ports.source.readChangedAt(file.path, ref));
    return Math.max(0, ...(await Promise.all(times)).map((time) => time ?? 0));
  }
}
