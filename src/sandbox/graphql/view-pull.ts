import { renderPullFiles } from "../render/render-pull.ts";
import { renderOptionalTime } from "../render/scalars.ts";
import { listClosingReferences } from "../state/closing-references.ts";
import { listPullCommits, tryMerge } from "../state/pulls.ts";
import type { PullRequest, Repository } from "../state/records.ts";
import { connect, type PageArguments } from "./connect.ts";
import { viewIssueish } from "./view-issueish.ts";
import { viewTimeline } from "./view-timeline.ts";
import type { View, Views } from "./views.ts";

const CHANGE_TYPES = {
  ...{ added: "ADDED", removed: "DELETED", modified: "MODIFIED", renamed: "RENAMED" },
} as const;

/** A pull request with its files, commits and the issues it closes. */
export function viewPull(views: Views, repository: Repository, issue: PullRequest): View {
  const { pull } = issue;
  const files = () => renderPullFiles(views.world, repository, issue);
  return {
    __typename: "PullRequest",
    ...viewIssueish(views, repository, issue),
    state: pull.mergedAt === null ? issue.state.toUpperCase() : "MERGED",
    isDraft: pull.isDraft,
    isCrossRepository: pull.headRepository !== repository,
    headRefName: pull.headBranch,
    headRefOid: pull.headSha,
    headRepository: () => views.repository(pull.headRepository),
    baseRefName: pull.baseBranch,
    baseRefOid: pull.baseSha,
    merged: pull.mergedAt !== null,
    mergedAt: renderOptionalTime(pull.mergedAt),
    mergedBy: pull.mergedBy && views.user(pull.mergedBy),
    mergeCommit: () => pull.mergeCommitSha && views.object(repository, pull.mergeCommitSha),
    mergeable: () => judgeMergeable(repository, issue),
    additions: () => files().reduce((sum, file) => sum + file.additions, 0),
    deletions: () => files().reduce((sum, file) => sum + file.deletions, 0),
    changedFiles: () => files().length,
    files: (page: PageArguments) =>
      connect("files", files(), page, {
        key: (file) => file.filename,
        node: ({ filename: path, additions, deletions, status }) => ({
          ...{ path, additions, deletions, changeType: CHANGE_TYPES[status] },
        }),
      }),
    commits: (page: PageArguments) =>
      connect("commits", listPullCommits(repository, issue), page, {
        key: ({ sha }) => sha,
        node: (commit) => ({
          ...{ __typename: "PullRequestCommit", id: `PURC_${issue.id}_${commit.sha}` },
          commit: views.commit(repository, commit),
        }),
      }),
    timelineItems: viewTimeline(views, repository, issue),
    closingIssuesReferences: (page: PageArguments) =>
      connect("closingIssuesReferences", listClosingReferences(repository, issue), page, {
        key: ({ id }) => id,
        node: (closed) => views.issue({ issue: closed, repository }),
      }),
  };
}

function judgeMergeable(repository: Repository, issue: PullRequest): string {
  if (issue.state === "closed") return "UNKNOWN";
  return tryMerge(repository, issue) === undefined ? "CONFLICTING" : "MERGEABLE";
}
