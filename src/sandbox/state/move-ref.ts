import { isAncestor, listCommitsBetween } from "../git/history.ts";
import { requestSuites } from "./check-suites.ts";
import { findClosedIssues } from "./closing-references.ts";
import { editIssue } from "./issues.ts";
import { listPulls } from "./pulls.ts";
import { recordMerge } from "./record-merge.ts";
import type { PullRequest, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** The SHA-1 that pushes show for "was not there" and "is no more". */
export const NO_SHA = "0".repeat(40);

/**
 * Moves, makes (the ref is not there yet) or deletes (`null`) a ref, with all that GitHub does at a push:
 * pull requests follow their head branch, one whose head got into its base counts as merged, one whose head
 * branch went away is closed. Checks nothing.
 */
export function moveRef(
  world: World,
  repository: Repository,
  ref: string,
  sha: string | null,
  sender: User,
): void {
  const before = repository.git.refs.get(ref) ?? NO_SHA;
  if (sha === null) repository.git.refs.delete(ref);
  else repository.git.refs.set(ref, sha);
  repository.pushedAt = world.now();
  announce(world, { event: "push", repository, sender, ref, before, after: sha ?? NO_SHA });
  if (!ref.startsWith("refs/heads/")) return;
  const branch = ref.slice("refs/heads/".length);
  if (branch === repository.defaultBranch && sha !== null && before !== NO_SHA) {
    closeByMessages(world, repository, { before, after: sha, sender });
  }
  if (sha !== null) requestSuites(world, repository, { branch, before, headSha: sha, sender });
  updatePulls(world, repository, { branch, before, sha, sender });
}

/** What a push to a branch means for the open pull requests from it and to it. */
function updatePulls(
  world: World,
  repository: Repository,
  push: {
    readonly branch: string;
    readonly before: string;
    readonly sha: string | null;
    readonly sender: User;
  },
): void {
  const { branch, before, sha, sender } = push;
  for (const target of listTargets(world, repository)) {
    for (const issue of listPulls(target).filter(({ state }) => state === "open")) {
      const place = { repository: target, issue, sender };
      const { headRepository, headBranch, baseBranch } = issue.pull;
      if (headRepository === repository && headBranch === branch) {
        followHead(world, place, before, sha);
      } else if (target === repository && baseBranch === branch && sha !== null) {
        noticeMerge(world, place, before, sha);
      }
    }
  }
}

/** Closes what the messages of new commits on the default branch say they close. */
function closeByMessages(
  world: World,
  repository: Repository,
  push: { readonly before: string; readonly after: string; readonly sender: User },
): void {
  for (const { message } of listCommitsBetween(repository.git, push.before, push.after)) {
    for (const issue of findClosedIssues(repository, message)) {
      editIssue(world, { repository, issue, sender: push.sender }, { state: "closed" });
    }
  }
}

/** The repositories that can have a pull request from a branch of this one. */
function listTargets(world: World, repository: Repository): Repository[] {
  return [...world.repositories.values()].filter(
    (other) => other.git.objects === repository.git.objects,
  );
}

interface PullPlace {
  readonly repository: Repository;
  readonly issue: PullRequest;
  readonly sender: User;
}

function followHead(world: World, place: PullPlace, before: string, sha: string | null): void {
  const { issue, repository } = place;
  if (sha === null) {
    editIssue(world, place, { state: "closed" });
    return;
  }
  issue.pull.headSha = sha;
  const base = repository.git.refs.get(`refs/heads/${issue.pull.baseBranch}`);
  issue.pull.baseSha = base ?? issue.pull.baseSha;
  issue.updatedAt = world.now();
  announce(world, { event: "pull_request", action: "synchronize", ...place, before, after: sha });
}

function noticeMerge(world: World, place: PullPlace, before: string, sha: string): void {
  const { issue, repository } = place;
  if (isAncestor(repository.git, issue.pull.headSha, sha)) {
    recordMerge(world, place, { baseSha: before, mergeCommitSha: sha });
  }
}
