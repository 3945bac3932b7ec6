import { toCode } from "../text/to-code.ts";
import { commentMarker } from "./plan-comment-marker.ts";

/** What made a plan old: what a branch has now. */
export interface NewerPlan {
  readonly branch: string;
  readonly commit: string;
}

const notice = /\n> \[!WARNING\]\n> This plan is stale\b.*\n/;

/**
 * A plan comment that says at its head that the plan it shows was made before another was applied; the
 * rest stays as it is. The next run on the pull request writes the comment anew.
 */
export function markStale(body: string, { branch, commit }: NewerPlan): string {
  const plain = body.replace(notice, "");
  const words = `This plan is stale: \`${toCode(branch)}\` has moved on, and ${commit.slice(0, 7)} changed the issues since. Update the branch, or run the job again, to see what merging does now.`;
  return plain.replace(commentMarker, `${commentMarker}\n> [!WARNING]\n> ${words}\n`);
}
