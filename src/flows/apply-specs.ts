import { renderApplySummary } from "../core/board/render-apply-summary.ts";
import { ofDryRun, renderPlanComment } from "../core/board/render-plan-comment.ts";
import { ConflictError, InputError, type KeystepsError } from "../core/errors.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import { appliedFile, parseApplied } from "../core/sync/applied-file.ts";
import { recordFiles } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import type { CompileTools } from "./compile-spec.ts";
import { type ChangedSpec, findSpecs } from "./find-specs.ts";
import type { Lease } from "./lease-plan.ts";
import type { PlannedSpec, PlanPorts, PlanRun } from "./plan-one-spec.ts";
import type { BranchFiles, ChangedFile, RepositoryFacts, SourceReader } from "./ports.ts";
import type { RunOptions } from "./propose-plans.ts";
import { readAdoptOptions } from "./read-adopt-options.ts";
import { readConfigText } from "./read-config-text.ts";
import type { ApplyLimits } from "./refuse-large-patch.ts";
import { requireIssues } from "./require-issues.ts";
import { syncPersistently } from "./sync-persistently.ts";

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

/** A spec that was not applied, and why; the others of its run were. */
interface FailedSpec {
  readonly specPath: string;
  readonly error: KeystepsError;
}

/** What a push led to. */
export interface AppliedSpecs {
  readonly proposals: readonly PlanProposal[];
  readonly failures: readonly FailedSpec[];
  readonly summary: string;
  /** The commit whose specs were applied: the push's, or a newer one that the branch has moved on to. */
  readonly ref: string;
  /** The repository as it was applied to. */
  readonly repository: RepositoryFacts;
}

/**
 * Applies each spec that changed since the last apply that went through: issues, labels, links,
 * tracking issue, plan branch. A push is only a hint: what a cancelled run left is caught up with, and
 * an older run applies what the default branch has now, so it never takes back a newer plan.
 *
 * Where the range cannot be compared, or the settings changed, every spec of the repository is
 * applied; one that is as GitHub has it already costs no write. A plan with errors is left out and reported;
 * so is one that would do more than is allowed, whose record cannot be read, or that another run is at.
 */
export async function applySpecs(
  push: Push,
  ports: PlanPorts,
  tools: CompileTools,
  options: ApplyOptions,
): Promise<AppliedSpecs> {
  const { source } = ports;
  const { configPath, overrides, codebase, limits, isDryRun } = options;
  let view = await look();
  let settings: Promise<string | undefined> | undefined;
  const changed = await listChanged(push, view.ref, view.branchFiles, source);
  const specs = await findSpecs(changed, options, source, view.ref);
  const adopt = await readAdoptOptions(options.adopt, view.ref, source);

  const proposals: PlanProposal[] = [];
  const failures: FailedSpec[] = [];
  for (const [index, spec] of specs.entries()) {
    const isLast = index === specs.length - 1;
    try {
      const planned = await apply(spec, isLast && failures.length === 0);
      proposals.push(planned.proposal);
      if (!planned.isPlanKept && !isLast) view = { ...view, branchFiles: await readBranch() };
    } catch (error) {
      if (!(error instanceof InputError || error instanceof ConflictError)) throw error;
      failures.push({ specPath: spec.path, error });
    }
  }
  const told = failures.map(({ specPath, error }) => ({ specPath, reason: error.message }));
  const summary = isDryRun
    ? renderPlanComment(proposals, ofDryRun)
    : renderApplySummary(proposals, told);
  return { proposals, failures, summary, ref: view.ref, repository: view.repository };

  /** Where another run came first, what the default branch has by then is applied. */
  async function apply(spec: ChangedSpec, isLast: boolean): Promise<PlannedSpec> {
    // The planner is large: only a run that has a spec loads it.
    const { planOneSpec } = await import("./plan-one-spec.ts");
    return isDryRun ? attempt(undefined, true) : syncPersistently(ports, attempt);

    async function attempt(lease: Lease | undefined, isFirst: boolean): Promise<PlannedSpec> {
      if (!isFirst) [view, settings] = [await look(), undefined];
      const { branchFiles, ...place } = view;
      settings ??= readConfigText(configPath, view.ref, source);
      const options = { configText: await settings, configPath, overrides, codebase };
      const run: PlanRun = { ...place, ...options, limits, adopt };
      return planOneSpec({ ...spec, branchFiles, isLast, lease }, run, ports, tools);
    }
  }

  async function look() {
    const repository = await source.readRepository();
    requireIssues(repository);
    const ref = await findNewest(push.after, repository.headSha, source);
    return { repository, ref, branchFiles: await readBranch() };
  }

  function readBranch(): Promise<BranchFiles> {
    return ports.branch.readFiles(plansFolder, [...recordFiles, appliedFile]);
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
