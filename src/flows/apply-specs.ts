import { renderApplySummary } from "../core/board/render-apply-summary.ts";
import { ofDryRun, renderPlanComment } from "../core/board/render-plan-comment.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import { appliedFile, parseApplied } from "../core/sync/applied-file.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import { recordFile } from "../core/sync/render-record.ts";
import type { CompileTools } from "./compile-spec.ts";
import { findSpecs } from "./find-specs.ts";
import type { PlanPorts, PlanRun } from "./plan-one-spec.ts";
import type { BranchFiles, ChangedFile, SourceReader } from "./ports.ts";
import type { RunOptions } from "./propose-plans.ts";
import { readAdoptOptions } from "./read-adopt-options.ts";
import { readConfigText } from "./read-config-text.ts";
import type { ApplyLimits } from "./refuse-large-patch.ts";
import { requireIssues } from "./require-issues.ts";

/** A push to the default branch. */
export interface Push {
  /** Commit before the push; all zeros for a new branch. */
  readonly before: string;
  readonly after: string;
}

/** What an apply was told by its user. */
export interface ApplyOptions extends RunOptions {
  readonly limits: ApplyLimits;
}

/** What a push led to. */
export interface AppliedSpecs {
  readonly proposals: readonly PlanProposal[];
  readonly summary: string;
  /** The commit whose specs were applied: the push's, or a newer one that the branch has moved on to. */
  readonly ref: string;
}

/**
 * Applies each spec that changed since the last apply that went through: issues, labels, links,
 * tracking issue, plan branch. A push is only a hint: what a cancelled run left is caught up with, and
 * an older run applies what the default branch has now, so it never takes back a newer plan.
 *
 * Where the range cannot be compared, or the settings changed, every spec of the repository is
 * applied; one that is as GitHub has it already costs no write. A plan with errors is left out and reported.
 */
export async function applySpecs(
  push: Push,
  ports: PlanPorts,
  tools: CompileTools,
  options: ApplyOptions,
): Promise<AppliedSpecs> {
  const { source } = ports;
  const { configPath, overrides, codebase, limits, isDryRun } = options;
  const repository = await source.readRepository();
  requireIssues(repository);
  const ref = await findNewest(push.after, repository.headSha, source);
  let branchFiles = await readBranch();
  const changed = await listChanged(push, ref, branchFiles, source);
  const specs = await findSpecs(changed, options, source, ref);
  const configText = specs.length === 0 ? undefined : await readConfigText(configPath, ref, source);
  const adopt = await readAdoptOptions(options.adopt, ref, source);
  const shared = { repository, configText, configPath, overrides, codebase, limits, adopt };
  const run: PlanRun = { ...shared, ref, isDryRun };

  const proposals: PlanProposal[] = [];
  for (const [index, spec] of specs.entries()) {
    // The planner is large: only a run that has a spec loads it.
    const { planOneSpec } = await import("./plan-one-spec.ts");
    const isLast = index === specs.length - 1;
    const planned = await planOneSpec({ ...spec, branchFiles, isLast }, run, ports, tools);
    proposals.push(planned.proposal);
    if (!planned.isPlanKept && !isLast) branchFiles = await readBranch();
  }
  return {
    proposals,
    summary: isDryRun ? renderPlanComment(proposals, ofDryRun) : renderApplySummary(proposals),
    ref,
  };

  function readBranch(): Promise<BranchFiles> {
    return ports.branch.readFiles(plansFolder, [recordFile, appliedFile]);
  }
}

/** The head of the default branch, unless GitHub's answer lags behind the push. */
async function findNewest(
  pushed: string,
  head: string | undefined,
  source: SourceReader,
): Promise<string> {
  if (head === undefined || head === pushed) return pushed;
  return (await source.compareCommits(head, pushed)) === "ahead" ? pushed : head;
}

/**
 * The files changed since the last apply that went through, and by the push: one that a push brought back to what
 * it was then differs by the push alone.
 */
async function listChanged(
  push: Push,
  ref: string,
  { files }: BranchFiles,
  source: SourceReader,
): Promise<readonly ChangedFile[] | undefined> {
  const applied = parseApplied(files.get(`${plansFolder}/${appliedFile}`));
  if (applied === undefined || applied === ref) return source.listChangedFiles(push.before, ref);
  const pushed = await source.listChangedFiles(push.before, ref);
  if (applied === push.before) return pushed;
  const changed = await source.listChangedFiles(applied, ref);
  if (changed === undefined || pushed === undefined) return changed ?? pushed;
  const paths = new Set(changed.map(({ path }) => path));
  return [...changed, ...pushed.filter(({ path }) => !paths.has(path))];
}
