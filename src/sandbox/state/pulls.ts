import { findMergeBase, isAncestor, listCommitsBetween } from "../git/history.ts";
import { mergeTrees } from "../git/merge-trees.ts";
import type { GitCommit } from "../git/object-store.ts";
import { readCommit } from "../git/read-object.ts";
import { invalidField, notFound } from "../refusal.ts";
import { isPullRequest } from "./announce-issue.ts";
import { openIssue } from "./issues.ts";
import type { PullRequest, Repository } from "./records.ts";
import type { User } from "./user.ts";
import type { World } from "./world.ts";

/** What a pull request is opened with. */
export interface NewPull {
  readonly author: User;
  readonly appId: number | undefined;
  readonly title: string;
  readonly body: string | null;
  readonly headRepository: Repository;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly isDraft: boolean;
}

/** @throws {Refusal} 404 if the number is none of a pull request. */
export function getPull(repository: Repository, number: number): PullRequest {
  const issue = repository.issues.get(number);
  if (issue === undefined || !isPullRequest(issue)) throw notFound();
  return issue;
}

/** All pull requests of a repository, by number. */
export function listPulls(repository: Repository): PullRequest[] {
  return [...repository.issues.values()].filter(isPullRequest);
}

/** Opens a pull request. @throws {Refusal} 422 for unknown branches, nothing to merge, a second one. */
export function openPull(world: World, repository: Repository, fields: NewPull): PullRequest {
  const { headRepository, headBranch, baseBranch } = fields;
  const headSha = headRepository.git.refs.get(`refs/heads/${headBranch}`);
  const baseSha = repository.git.refs.get(`refs/heads/${baseBranch}`);
  if (headSha === undefined) throw invalidField("PullRequest", "head", "invalid");
  if (baseSha === undefined) throw invalidField("PullRequest", "base", "invalid");
  if (isAncestor(repository.git, headSha, baseSha)) {
    throw custom(`No commits between ${baseBranch} and ${headBranch}`);
  }
  const isTwin = ({ pull, state }: PullRequest) =>
    state === "open" &&
    pull.headRepository === headRepository &&
    pull.headBranch === headBranch &&
    pull.baseBranch === baseBranch;
  if (listPulls(repository).some(isTwin)) {
    const head = `${headRepository.owner.login}:${headBranch}`;
    throw custom(`A pull request already exists for ${head}.`);
  }
  const pull = {
    ...{ id: world.nextId(), headRepository, headBranch, headSha, baseBranch, baseSha },
    ...{ isDraft: fields.isDraft, mergedAt: null, mergedBy: null, mergeCommitSha: null },
  };
  const { author, appId, title, body } = fields;
  const issue = { author, appId, title, body, labels: [], assignees: [], pull };
  return openIssue(world, repository, issue) as PullRequest;
}

/** The commit that base and head had in common; for a merged pull request, before the merge. */
export function findPullBase(repository: Repository, { pull, state }: PullRequest): GitCommit {
  const tip = repository.git.refs.get(`refs/heads/${pull.baseBranch}`);
  const base = state === "open" ? (tip ?? pull.baseSha) : pull.baseSha;
  const found = findMergeBase(repository.git, base, pull.headSha);
  return found ?? readCommit(repository.git, pull.baseSha);
}

/** What a pull request brings, oldest first. */
export function listPullCommits(repository: Repository, issue: PullRequest): GitCommit[] {
  const base = findPullBase(repository, issue);
  return listCommitsBetween(repository.git, base.sha, issue.pull.headSha);
}

/** The tree that merging would give; undefined if there is a conflict or the base branch is gone. */
export function tryMerge(repository: Repository, issue: PullRequest): string | undefined {
  const { git } = repository;
  const baseTip = git.refs.get(`refs/heads/${issue.pull.baseBranch}`);
  if (baseTip === undefined) return undefined;
  const result = mergeTrees(git, {
    base: findPullBase(repository, issue).tree,
    ours: readCommit(git, baseTip).tree,
    theirs: readCommit(git, issue.pull.headSha).tree,
  });
  return result.kind === "merged" ? result.tree : undefined;
}

function custom(message: string) {
  return invalidField("PullRequest", "", "custom", message);
}
