import { announceIssue } from "./announce-issue.ts";
import { listClosingReferences } from "./closing-references.ts";
import { editIssue } from "./issues.ts";
import type { PullRequest, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** Marks a pull request as merged and closed, and closes the issues it says it closes. Moves no ref. */
export function recordMerge(
  world: World,
  place: { readonly repository: Repository; readonly issue: PullRequest; readonly sender: User },
  merge: { readonly baseSha: string; readonly mergeCommitSha: string },
): void {
  const { issue, sender } = place;
  const at = world.now();
  issue.state = "closed";
  issue.closedAt = at;
  issue.closedBy = sender;
  issue.pull.mergedAt = at;
  issue.pull.mergedBy = sender;
  issue.pull.mergeCommitSha = merge.mergeCommitSha;
  issue.pull.baseSha = merge.baseSha;
  announceIssue(world, { ...place, action: "closed" });
  for (const closed of listClosingReferences(place.repository, issue)) {
    editIssue(world, { ...place, issue: closed }, { state: "closed" });
  }
}
