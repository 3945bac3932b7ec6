import { InputError } from "../core/errors.ts";
import type { Config } from "../core/model/config.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import { type CompileTools, compileSpec, configPath } from "./compile-spec.ts";
import { findLastApply } from "./find-last-apply.ts";
import type { SourceReader } from "./ports.ts";
import { requireIssues } from "./require-issues.ts";
import { type SyncPorts, syncIssues } from "./sync-issues.ts";

/** The doors that planning and applying go through. */
export interface PlanPorts extends SyncPorts {
  readonly source: SourceReader;
}

/** One spec at one commit, and whether to write. */
export interface PlanRequest {
  readonly path: string;
  readonly previousPath: string | undefined;
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
  const text = await ports.source.readFile(path, ref);
  if (text === undefined)
    throw new InputError(`Cannot plan ${path}: there is no such file at ${ref}`);
  const configText = await ports.source.readFile(configPath, ref);
  const changedAt = (await ports.source.readChangedAt(path, ref)) ?? 0;
  const branchFiles = await ports.branch.readFiles(plansFolder, [recordFile]);
  const hasFile = async (other: string) => (await ports.source.readFile(other, ref)) !== undefined;
  const { previousPath } = request;
  const spec = { path, previousPath, text, hasFile };
  const { last, takenPlanIds } = await findLastApply(branchFiles.files, spec);

  const compiled = compileSpec(
    {
      path,
      files: [{ path, text, secrets: await tools.findSecrets(text) }],
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
}
