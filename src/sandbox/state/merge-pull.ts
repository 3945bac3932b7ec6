import { writeCommit } from "../git/write-object.ts";
import { Refusal } from "../refusal.ts";
import { moveRef } from "./move-ref.ts";
import { tryMerge } from "./pulls.ts";
import { recordMerge } from "./record-merge.ts";
import type { PullRequest, Repository } from "./records.ts";
import { checkRules } from "./required-checks.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** How a pull request is merged. */
export interface MergeOptions {
  readonly method: "merge" | "squash";
  readonly title: string | undefined;
  readonly message: string | undefined;
  /** The head that the merger has seen. */
  readonly sha: string | undefined;
}

/**
 * Merges an open pull request and gives the SHA-1 of the new commit on its base branch. The head branch stays.
 *
 * @throws {Refusal} 405 if it is closed, a draft, in conflict or lacks a required check, 409 if the head is not the seen one.
 */
export function mergePull(
  world: World,
  place: { readonly repository: Repository; readonly issue: PullRequest; readonly sender: User },
  options: MergeOptions,
): string {
  const { repository, issue, sender } = place;
  const { git } = repository;
  if (issue.pull.isDraft) throw new Refusal(405, "Pull Request is still a draft");
  if (options.sha !== undefined && options.sha !== issue.pull.headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  const tree = issue.state === "open" ? tryMerge(repository, issue) : undefined;
  const baseRef = `refs/heads/${issue.pull.baseBranch}`;
  const baseSha = git.refs.get(baseRef);
  if (tree === undefined || baseSha === undefined) {
    throw new Refusal(405, "Pull Request is not mergeable");
  }
  const { baseBranch: branch, headSha } = issue.pull;
  checkRules(world, repository, { branch, sha: headSha }, 405);
  const signature = { name: sender.name, email: sender.email, at: world.now() };
  const sha = writeCommit(git, {
    tree,
    parents: options.method === "merge" ? [baseSha, issue.pull.headSha] : [baseSha],
    author: signature,
    committer: signature,
    message: describeMerge(place, options),
  });
  recordMerge(world, place, { baseSha, mergeCommitSha: sha });
  moveRef(world, repository, baseRef, sha, sender);
  return sha;
}

function describeMerge(
  { issue }: { readonly issue: PullRequest },
  { method, title, message }: MergeOptions,
): string {
  const { headRepository, headBranch } = issue.pull;
  const from = `${headRepository.owner.login}/${headBranch}`;
  const usual =
    method === "merge"
      ? { title: `Merge pull request #${issue.number} from ${from}`, message: issue.title }
      : { title: `${issue.title} (#${issue.number})`, message: issue.body ?? "" };
  return [title ?? usual.title, message ?? usual.message]
    .filter((part) => part !== "")
    .join("\n\n");
}
