import { diffFiles } from "../git/diff-files.ts";
import { readCommit } from "../git/read-object.ts";
import { findPullBase, listPullCommits, tryMerge } from "../state/pulls.ts";
import type { PullRequest, Repository } from "../state/records.ts";
import { listMissingChecks } from "../state/required-checks.ts";
import type { World } from "../state/world.ts";
import { renderFileChange } from "./render-file-change.ts";
import { renderIssue } from "./render-issue.ts";
import { renderRepository } from "./render-repository.ts";
import { renderUser } from "./render-user.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderOptionalTime } from "./scalars.ts";

/** A pull request as lists have it (`pull-request-simple`). */
export function renderSimplePull(world: World, repository: Repository, issue: PullRequest) {
  const { pull, number } = issue;
  const seen = renderIssue(world, repository, issue);
  const page = `${repositoryPage(world, repository)}/pull/${number}`;
  const url = `${repositoryUrl(world, repository)}/pulls/${number}`;
  const urls = {
    comments: `${seen.url}/comments`,
    commits: `${url}/commits`,
    statuses: `${repositoryUrl(world, repository)}/statuses/${pull.headSha}`,
    html: page,
    issue: seen.url,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(world, repository)}/pulls/comments{/number}`,
    self: url,
  };
  return {
    id: pull.id,
    node_id: renderNodeId("PR", issue.id),
    number,
    url,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: urls.issue,
    commits_url: urls.commits,
    comments_url: urls.comments,
    review_comments_url: urls.review_comments,
    review_comment_url: urls.review_comment,
    statuses_url: urls.statuses,
    state: issue.state,
    ...pick(seen, "title", "body", "user", "labels", "assignee", "assignees", "milestone"),
    ...pick(seen, "locked", "active_lock_reason", "created_at", "updated_at", "closed_at"),
    ...pick(seen, "author_association"),
    merged_at: renderOptionalTime(pull.mergedAt),
    merge_commit_sha: pull.mergeCommitSha,
    draft: pull.isDraft,
    requested_reviewers: [],
    requested_teams: [],
    auto_merge: null,
    head: renderSide(world, pull.headRepository, pull.headBranch, pull.headSha),
    base: renderSide(world, repository, pull.baseBranch, pull.baseSha),
    _links: Object.fromEntries(Object.entries(urls).map(([name, href]) => [name, { href }])),
  };
}

/** A pull request with its counts and whether it can be merged. */
export function renderPull(world: World, repository: Repository, issue: PullRequest) {
  const files = renderPullFiles(world, repository, issue);
  const { pull, state } = issue;
  const isMergeable = state === "open" && tryMerge(repository, issue) !== undefined;
  const missing = listMissingChecks(world, repository, pull.baseBranch, pull.headSha);
  const clean = pull.isDraft ? "draft" : missing.length > 0 ? "blocked" : "clean";
  return {
    ...renderSimplePull(world, repository, issue),
    merged: pull.mergedAt !== null,
    merged_by: pull.mergedBy && renderUser(world, pull.mergedBy),
    mergeable: state === "open" ? isMergeable : null,
    rebaseable: state === "open" ? isMergeable : null,
    mergeable_state: state === "closed" ? "unknown" : isMergeable ? clean : "dirty",
    maintainer_can_modify: false,
    comments: renderIssue(world, repository, issue).comments,
    review_comments: 0,
    commits: listPullCommits(repository, issue).length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** The files of a pull request, against the commit where it left its base. */
export function renderPullFiles(world: World, repository: Repository, issue: PullRequest) {
  const { git } = repository;
  const { headSha } = issue.pull;
  const base = findPullBase(repository, issue).tree;
  const changes = diffFiles(git, base, readCommit(git, headSha).tree);
  return changes.map((change) => renderFileChange(world, repository, change, headSha));
}

function renderSide(world: World, repository: Repository, ref: string, sha: string) {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: renderUser(world, repository.owner),
    repo: renderRepository(world, repository),
  };
}

function pick<T, K extends keyof T>(value: T, ...keys: K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<T, K>;
}
