import { renderCheckRun } from "../render/render-check-run.ts";
import { renderCheckSuite } from "../render/render-check-suite.ts";
import { renderComment } from "../render/render-comment.ts";
import { renderInstallation } from "../render/render-installation.ts";
import { renderIssue } from "../render/render-issue.ts";
import { renderIssueType } from "../render/render-issue-type.ts";
import { renderLabel } from "../render/render-label.ts";
import { renderMilestone } from "../render/render-milestone.ts";
import { renderPull } from "../render/render-pull.ts";
import { renderRepository } from "../render/render-repository.ts";
import { renderUser } from "../render/render-user.ts";
import { renderFullName } from "../render/repository-url.ts";
import { renderNodeId } from "../render/scalars.ts";
import { getSuite } from "../state/check-suites.ts";
import type { Issue, Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import type { InstallationEvent, RepositoryEvent, WorldEvent } from "../state/world-event.ts";
import type { EventPayload } from "./event-payload.ts";
import { renderPush } from "./render-push.ts";

/** What webhooks say of something that happened: one payload, or for a link one for each of its ends. */
export function renderEvent(world: World, happened: WorldEvent): EventPayload[] {
  if (happened.event === "installation") return [renderInstalled(world, happened)];
  if (happened.event === "issue_dependencies") return renderLink(world, happened);
  if (happened.event === "sub_issues") return renderFamily(world, happened);
  return [renderOne(world, happened)];
}

type LinkEvent = Extract<RepositoryEvent, { event: "issue_dependencies" }>;
type FamilyEvent = Extract<RepositoryEvent, { event: "sub_issues" }>;

function renderOne(
  world: World,
  happened: Exclude<RepositoryEvent, LinkEvent | FamilyEvent>,
): EventPayload {
  const { repository, event } = happened;
  if (event === "push") {
    return { event, action: null, repository, content: renderPush(world, repository, happened) };
  }
  const { action } = happened;
  switch (event) {
    case "issues":
      return { event, action, repository, content: renderIssueContent(world, happened) };
    case "pull_request":
      return { event, action, repository, content: renderPullContent(world, happened) };
    case "issue_comment": {
      const content = {
        issue: renderIssue(world, repository, happened.issue),
        comment: renderComment(world, repository, happened.comment),
        ...(happened.changes && { changes: happened.changes }),
      };
      return { event, action, repository, content };
    }
    case "check_suite": {
      const { appId: onlyAppId } = happened.checkSuite;
      const check_suite = renderCheckSuite(world, repository, happened.checkSuite);
      return { event, action, repository, onlyAppId, content: { check_suite } };
    }
    case "check_run":
      return renderRun(world, happened);
  }
}

function renderIssueContent(world: World, happened: Extract<WorldEvent, { event: "issues" }>) {
  const { repository, issue, label, assignee, milestone, type, changes, moved } = happened;
  return {
    ...(moved && {
      changes: {
        new_issue: renderIssue(world, moved.repository, moved.issue),
        new_repository: renderRepository(world, moved.repository),
      },
    }),
    issue: renderIssue(world, repository, issue),
    ...(milestone && { milestone: renderMilestone(world, repository, milestone) }),
    ...(type && { type: renderIssueType(type) }),
    ...(label && { label: renderLabel(world, repository, label) }),
    ...(assignee && { assignee: renderUser(world, assignee) }),
    ...(changes && { changes }),
  };
}

function renderPullContent(world: World, happened: Extract<WorldEvent, { event: "pull_request" }>) {
  const { repository, issue, label, assignee, changes, before, after } = happened;
  return {
    number: issue.number,
    pull_request: renderPull(world, repository, issue),
    ...(label && { label: renderLabel(world, repository, label) }),
    ...(assignee && { assignee: renderUser(world, assignee) }),
    ...(changes && { changes }),
    ...(before !== undefined && { before, after }),
  };
}

function renderRun(
  world: World,
  { repository, action, checkRun, identifier }: Extract<WorldEvent, { event: "check_run" }>,
): EventPayload {
  const {
    repository: _,
    head_commit,
    ...check_suite
  } = renderCheckSuite(world, repository, getSuite(repository, checkRun.suiteId));
  const check_run = { ...renderCheckRun(world, repository, checkRun), check_suite };
  const content = {
    check_run,
    ...(identifier !== undefined && { requested_action: { identifier } }),
  };
  const isForOwner = action === "rerequested" || action === "requested_action";
  const addressee = isForOwner ? { onlyAppId: checkRun.appId } : {};
  return { event: "check_run", action, repository, ...addressee, content };
}

/** GitHub tells of a link from both its ends, each in its own repository. */
function renderLink(world: World, happened: LinkEvent): EventPayload[] {
  const { event, action, repository, blocked, blocking, blockingRepository } = happened;
  const content = {
    blocked_issue_id: blocked.id,
    blocked_issue: renderIssue(world, repository, blocked),
    blocking_issue_id: blocking.id,
    blocking_issue: renderIssue(world, blockingRepository, blocking),
  };
  const far = (issue: Issue, there: Repository) =>
    issue === blocked
      ? { blocked_issue_repo: renderRepository(world, there) }
      : { blocking_issue_repo: renderRepository(world, there) };
  return [
    {
      ...{ event, action: `blocked_by_${action}`, repository },
      content: { ...content, ...far(blocking, blockingRepository) },
    },
    {
      ...{ event, action: `blocking_${action}`, repository: blockingRepository },
      content: { ...content, ...far(blocked, repository) },
    },
  ];
}

/** GitHub tells of a sub-issue from both its ends, each in its own repository. */
function renderFamily(world: World, happened: FamilyEvent): EventPayload[] {
  const { event, action, repository, subIssue, parentIssue, parentRepository } = happened;
  const content = {
    sub_issue_id: subIssue.id,
    sub_issue: renderIssue(world, repository, subIssue),
    parent_issue_id: parentIssue.id,
    parent_issue: renderIssue(world, parentRepository, parentIssue),
  };
  const parentRepo = { parent_issue_repo: renderRepository(world, parentRepository) };
  const subRepo = { sub_issue_repo: renderRepository(world, repository) };
  return [
    { event, action: `parent_issue_${action}`, repository, content: { ...content, ...parentRepo } },
    {
      ...{ event, action: `sub_issue_${action}`, repository: parentRepository },
      content: { ...content, ...subRepo },
    },
  ];
}

function renderInstalled(world: World, happened: InstallationEvent): EventPayload {
  const { event, action, installation } = happened;
  const repositories = installation.repositories.map((one) => ({
    id: one.id,
    node_id: renderNodeId("R", one.id),
    name: one.name,
    full_name: renderFullName(one),
    private: one.isPrivate,
  }));
  const content = { installation: renderInstallation(world, installation), repositories };
  return { event, action, repository: undefined, onlyAppId: installation.app.id, content };
}
