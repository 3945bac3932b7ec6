import { renderApplySummary } from "../core/board/render-apply-summary.ts";
import type { PlanProposal } from "../core/model/proposal.ts";
import type { CompileTools } from "./compile-spec.ts";
import { findSpecs } from "./find-specs.ts";
import { type PlanPorts, planOneSpec } from "./plan-one-spec.ts";
import type { RunOptions } from "./propose-plans.ts";

/** A push to the default branch. */
export interface Push {
  /** Commit before the push; all zeros for a new branch. */
  readonly before: string;
  readonly after: string;
}

/** What a push led to. */
export interface AppliedSpecs {
  readonly proposals: readonly PlanProposal[];
  readonly summary: string;
}

/**
 * Applies each spec that a push changed: issues, labels, links, tracking issue, plan branch. Where
 * the push's range cannot be compared, or the settings changed, every spec of the repository is
 * applied; one that is as GitHub has it already costs no write. A plan with errors is left out and reported.
 */
export async function applySpecs(
  push: Push,
  ports: PlanPorts,
  tools: CompileTools,
  { specGlobs, overrides }: RunOptions,
): Promise<AppliedSpecs> {
  const changed = await ports.source.listChangedFiles(push.before, push.after);
  const proposals: PlanProposal[] = [];
  for (const spec of await findSpecs(changed, specGlobs, ports.source, push.after)) {
    const request = { ...spec, ref: push.after, isDryRun: false, overrides };
    proposals.push(await planOneSpec(request, ports, tools));
  }
  return { proposals, summary: renderApplySummary(proposals) };
}
