import { InputError } from "../core/errors.ts";
import type { Codebase } from "../core/model/codebase.ts";
import type { Config } from "../core/model/config.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import type { AdoptOptions } from "./adopt-issues.ts";
import { compileKnownSpec } from "./compile-known-spec.ts";
import type { CompileTools } from "./compile-spec.ts";
import { findLastApply } from "./find-last-apply.ts";
import type { ChangedSpec } from "./find-specs.ts";
import type { Lease } from "./lease-plan.ts";
import { observeLast } from "./observe-plan.ts";
import type { BranchFiles, RepositoryFacts, SourceReader } from "./ports.ts";
import { readSpecFiles } from "./read-spec-files.ts";
import type { ApplyLimits } from "./refuse-large-patch.ts";
import { type SyncPorts, syncIssues } from "./sync-issues.ts";

/** The doors that planning and applying go through. */
export interface PlanPorts extends SyncPorts {
  readonly source: SourceReader;
}

/** What all specs of one run have in common. */
export interface PlanRun {
  /** Commit that specs and settings are read at. */
  readonly ref: string;
  readonly repository: RepositoryFacts;
  /** Text of the repository's settings at that commit, if it has any. */
  readonly configText: string | undefined;
  /** Where that text stands. */
  readonly configPath: string;
  readonly limits: ApplyLimits;
  /** `undefined`: issues that are not ours are left alone. */
  readonly adopt: AdoptOptions | undefined;
  readonly overrides: Partial<Config>;
  /** The code that the plans fit into; left out where nobody looked at it. */
  readonly codebase?: Codebase | undefined;
}

/** One spec of a run. */
export interface PlanRequest extends ChangedSpec {
  /** The branch `keysteps` as it stands now. */
  readonly branchFiles: BranchFiles;
  /** With this spec the run is through: what it keeps on the branch says so. */
  readonly isLast: boolean;
  /** What it writes under; `undefined` where nothing is written. */
  readonly lease: Lease | undefined;
}

/** A spec's plan, and whether the branch `keysteps` was left as it stood. */
export interface PlannedSpec {
  readonly proposal: PlanProposal;
  readonly isPlanKept: boolean;
}

/**
 * Reads one spec and the record of its last apply, compiles it, and brings the issues to the
 * plan (or says what that would write). A plan that is not ok is never applied.
 */
export async function planOneSpec(
  request: PlanRequest,
  run: PlanRun,
  ports: PlanPorts,
  tools: CompileTools,
): Promise<PlannedSpec> {
  const { path, previousPath, branchFiles, isLast, lease } = request;
  const { ref, configText, configPath, overrides, codebase } = run;
  const readFile = (wanted: string) => ports.source.readFile(wanted, ref);
  const files = await readSpecFiles(request.files, readFile, tools);
  if (files.at(-1)?.path !== request.files.at(-1))
    throw new InputError(`Cannot plan ${path}: there is no such file at ${ref}`);
  const changedAt = await readLastChange();
  const hasFile = async (other: string) => (await readFile(other)) !== undefined;
  const text = files.map((file) => file.text).join("\n");
  const spec = { path, previousPath, text, hasFile };
  const { last, takenPlanIds } = await findLastApply(branchFiles.files, spec);
  lease?.requireFree(last, path);

  const seen = await observeLast(last, run.repository.login, ports.issues);
  const compiled = compileKnownSpec(
    {
      path,
      files,
      changedAt,
      configText,
      configPath,
      overrides,
      codebase,
      record: last?.record,
      takenPlanIds,
    },
    seen,
    tools,
  );
  const { plan, schedule, diagnostics, isOk } = compiled;
  const planned = { plan, schedule, diagnostics, isOk };
  if (!isOk) {
    const proposal = { ...planned, summary: undefined, trackingNumber: undefined };
    return { proposal, isPlanKept: true };
  }
  const outcome = await syncIssues(compiled, ports, {
    ...run,
    sourceCommit: ref,
    branchFiles,
    ...{ last, isLast, seen, lease },
  });
  const { summary, trackingNumber, isPlanKept } = outcome;
  return { proposal: { ...planned, summary, trackingNumber }, isPlanKept };

  async function readLastChange(): Promise<number> {
    const times = files.map((file) => ports.source.readChangedAt(file.path, ref));
    return Math.max(0, ...(await Promise.all(times)).map((time) => time ?? 0));
  }
}
