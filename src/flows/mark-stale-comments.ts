import { markStale } from "../core/board/mark-stale.ts";
import { commentMarker, listShownPlans } from "../core/board/plan-comment-marker.ts";
import type { PlanId } from "../core/model/ids.ts";
import type { PatchSummary } from "../core/model/patch.ts";
import type { AppliedSpecs } from "./apply-specs.ts";
import type { CommentStore, OpenComment, Pace } from "./ports.ts";

/** The doors that marking goes through. */
export interface StalePorts {
  readonly comments: Pick<CommentStore, "updateComment">;
  readonly listOpenComments: (base: string) => Promise<readonly OpenComment[]>;
  readonly pace: Pace;
}

/**
 * Marks the plan comments of open pull requests as stale that show a plan whose issues an apply has just
 * changed. Nothing is read where it changed none.
 *
 * @returns What was done, one line each.
 * @throws {GitHubError} if GitHub refuses.
 */
export async function markStaleComments(
  { proposals, ref, repository }: Pick<AppliedSpecs, "proposals" | "ref" | "repository">,
  ports: StalePorts,
): Promise<readonly string[]> {
  const moved = new Set<PlanId>(
    proposals.flatMap(({ plan, summary }) => (summary && hasChanged(summary) ? [plan.id] : [])),
  );
  if (moved.size === 0) return [];
  const { login, defaultBranch } = repository;
  const done: string[] = [];
  for (const { id, body, authorLogin, pullNumber } of await ports.listOpenComments(defaultBranch)) {
    if (authorLogin !== login || !body.startsWith(commentMarker)) continue;
    if (!listShownPlans(body).some((shown) => moved.has(shown))) continue;
    const marked = markStale(body, { branch: defaultBranch, commit: ref });
    if (marked === body) continue;
    await ports.pace.beforeWrite("edit");
    await ports.comments.updateComment(id, marked);
    done.push(`marked the plan on #${pullNumber} as stale`);
  }
  return done;
}

function hasChanged({ added, changed, closed, ...rest }: PatchSummary): boolean {
  const issues = added.length + changed.length + closed.length;
  return issues + rest.moved + rest.linksAdded + rest.linksRemoved > 0;
}
