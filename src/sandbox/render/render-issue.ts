import { listBlocked, listBlockers } from "../state/blocked-by.ts";
import type { Issue, Repository } from "../state/records.ts";
import { countSubIssues, getParent } from "../state/sub-issue-tree.ts";
import type { World } from "../state/world.ts";
import { renderApp } from "./render-app.ts";
import { renderAssociation } from "./render-association.ts";
import { renderIssueType } from "./render-issue-type.ts";
import { renderLabel } from "./render-label.ts";
import { renderMilestone } from "./render-milestone.ts";
import { renderReactions } from "./render-reactions.ts";
import { renderUser } from "./render-user.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderOptionalTime, renderTime } from "./scalars.ts";

/** An issue, or a pull request seen as one. */
export function renderIssue(world: World, repository: Repository, issue: Issue) {
  const url = `${repositoryUrl(world, repository)}/issues/${issue.number}`;
  const [assignee = null] = issue.assignees.map((user) => renderUser(world, user));
  const comments = [...repository.comments.values()];
  return {
    id: issue.id,
    node_id: renderNodeId(issue.pull === undefined ? "I" : "PR", issue.id),
    url,
    repository_url: repositoryUrl(world, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    timeline_url: `${url}/timeline`,
    html_url: `${repositoryPage(world, repository)}/${kindOf(issue)}/${issue.number}`,
    number: issue.number,
    state: issue.state,
    state_reason: issue.stateReason,
    title: issue.title,
    body: issue.body,
    user: renderUser(world, issue.author),
    labels: issue.labels.map((label) => renderLabel(world, repository, label)),
    assignee,
    assignees: issue.assignees.map((user) => renderUser(world, user)),
    milestone: issue.milestone ? renderMilestone(world, repository, issue.milestone) : null,
    ...(issue.type && { type: renderIssueType(issue.type) }),
    locked: issue.isLocked,
    active_lock_reason: null,
    comments: comments.filter((comment) => comment.issueNumber === issue.number).length,
    created_at: renderTime(issue.createdAt),
    updated_at: renderTime(issue.updatedAt),
    closed_at: renderOptionalTime(issue.closedAt),
    closed_by: issue.closedBy && renderUser(world, issue.closedBy),
    author_association: renderAssociation(repository, issue.author),
    reactions: renderReactions(url),
    performed_via_github_app: renderApp(world, issue.appId),
    ...renderFamily(world, issue),
    issue_dependencies_summary: summariseLinks(world, issue),
    ...renderPullPart(world, repository, issue),
  };
}

function renderFamily(world: World, issue: Issue) {
  const { total, completed, percent } = countSubIssues(world, issue);
  const parent = getParent(world, issue);
  const place = parent && repositoryUrl(world, parent.repository);
  return {
    sub_issues_summary: { total, completed, percent_completed: percent },
    parent_issue_url: parent ? `${place}/issues/${parent.issue.number}` : null,
  };
}

function kindOf(issue: Issue): "issues" | "pull" {
  return issue.pull === undefined ? "issues" : "pull";
}

function renderPullPart(world: World, repository: Repository, { pull, number }: Issue) {
  if (pull === undefined) return {};
  const page = `${repositoryPage(world, repository)}/pull/${number}`;
  return {
    draft: pull.isDraft,
    pull_request: {
      url: `${repositoryUrl(world, repository)}/pulls/${number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: renderOptionalTime(pull.mergedAt),
    },
  };
}

function summariseLinks(world: World, issue: Issue) {
  const [blockers, blocked] = [listBlockers(world, issue), listBlocked(world, issue)];
  const countOpen = (placed: typeof blockers) =>
    placed.filter((one) => one.issue.state === "open").length;
  return {
    blocked_by: countOpen(blockers),
    total_blocked_by: blockers.length,
    blocking: countOpen(blocked),
    total_blocking: blocked.length,
  };
}
