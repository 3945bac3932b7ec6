import { commentMarker } from "../core/board/plan-comment-marker.ts";
import { renderPlanComment } from "../core/board/render-plan-comment.ts";
import type { Codebase } from "../core/model/codebase.ts";
import type { Config } from "../core/model/config.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import { recordFiles } from "../core/sync/list-records.ts";
import { plansFolder } from "../core/sync/plan-folder.ts";
import type { CompileTools } from "./compile-spec.ts";
import { findSpecs, type SpecPlaces } from "./find-specs.ts";
import type { PlanPorts, PlanRun } from "./plan-one-spec.ts";
import type { CommentStore } from "./ports.ts";
import { readAdoptOptions } from "./read-adopt-options.ts";
import { readConfigText } from "./read-config-text.ts";
import { defaultLimits } from "./refuse-large-patch.ts";

/** The pull request that a plan is shown on. */
export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** From a fork: the token may only read, so no comment is written. */
  readonly isFromFork: boolean;
}

/** The doors that proposing goes through. */
export interface ProposePorts extends PlanPorts {
  readonly comments: CommentStore;
}

/** What a run was told by its user. */
export interface RunOptions extends SpecPlaces {
  readonly overrides: Partial<Config>;
  /** Nothing is written, not even a comment. */
  readonly isDryRun: boolean;
  /** Whether issues that are there already are taken over; a path names the mapping to take them by. */
  readonly adopt: boolean | string;
  /** The code that the plans fit into; left out where nobody looked at it. */
  readonly codebase?: Codebase | undefined;
}

/** The plans of a pull request, and the comment's text. */
export interface Proposed {
  readonly proposals: readonly PlanProposal[];
  readonly comment: string;
}

/**
 * Plans each spec that a pull request changes and keeps one comment on it that says what merging
 * would do. Writes nothing else, and nothing at all where there is no spec and no comment yet.
 */
export async function proposePlans(
  pull: PullRequest,
  ports: ProposePorts,
  tools: CompileTools,
  options: RunOptions,
): Promise<Proposed> {
  const changed = await ports.source.listPullRequestFiles(pull.number);
  const { configPath, overrides, adopt } = options;
  const ref = pull.headSha;
  const specs = await findSpecs(changed, options, ports.source, ref);
  const repository = await ports.source.readRepository();
  const proposals = specs.length === 0 ? [] : await propose();
  const comment = renderPlanComment(proposals);
  if (!pull.isFromFork && !options.isDryRun) await keepComment();
  return { proposals, comment };

  async function propose(): Promise<readonly PlanProposal[]> {
    const configText = await readConfigText(configPath, ref, ports.source);
    const branchFiles = await ports.branch.readFiles(plansFolder, recordFiles);
    const run: PlanRun = {
      ref,
      repository,
      configText,
      configPath,
      overrides,
      codebase: options.codebase,
      limits: defaultLimits,
      adopt: await readAdoptOptions(adopt, ref, ports.source),
    };
    const made: PlanProposal[] = [];
    // The planner is large: only a run that has a spec loads it.
    const { planOneSpec } = await import("./plan-one-spec.ts");
    for (const spec of specs) {
      const request = { ...spec, branchFiles, isLast: false, lease: undefined };
      made.push((await planOneSpec(request, run, ports, tools)).proposal);
    }
    return made;
  }

  async function keepComment(): Promise<void> {
    const { login } = repository;
    const own = (await ports.comments.listComments(pull.number)).find(
      ({ authorLogin, body }) => authorLogin === login && body.startsWith(commentMarker),
    );
    if (own?.body.trimEnd() === comment.trimEnd()) return;
    if (!own && proposals.length === 0) return;
    await ports.pace.beforeWrite(own ? "edit" : "content");
    if (own) await ports.comments.updateComment(own.id, comment);
    else await ports.comments.createComment(pull.number, comment);
  }
}
