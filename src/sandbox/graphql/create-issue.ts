import { getUser } from "../access/actor.ts";
import { canPush } from "../access/judge-access.ts";
import { parseNodeId } from "../render/scalars.ts";
import { ACTIONS_APP_ID } from "../state/app.ts";
import { openIssue } from "../state/issues.ts";
import type { Repository } from "../state/records.ts";
import { checkNewSubIssue } from "../state/sub-issue-tree.ts";
import { addSubIssue } from "../state/sub-issues.ts";
import { findIssueNode, findRepositoryNode, noNode } from "./find-node.ts";
import { queryError } from "./query-error.ts";
import { requireWrite } from "./require-write.ts";
import { unlessUnprocessable } from "./unless-unprocessable.ts";
import type { Views } from "./views.ts";

interface IssueInput {
  readonly repositoryId: string;
  readonly title: string;
  readonly body?: string | null;
  readonly labelIds?: readonly string[] | null;
  readonly assigneeIds?: readonly string[] | null;
  readonly milestoneId?: string | null;
  readonly parentIssueId?: string | null;
  readonly issueTemplate?: string | null;
  readonly projectIds?: readonly string[] | null;
  readonly clientMutationId?: string | null;
}

/** Fields of GitHub that the sandbox does not play yet. */
const NOT_PLAYED = ["assigneeIds", "issueTemplate", "projectIds"] as const;

/** The mutation of that name: an issue with its labels, in its milestone, below its parent, in one write. */
export function createIssue(views: Views, input: IssueInput) {
  const unplayed = NOT_PLAYED.filter((field) => input[field] != null);
  if (unplayed.length > 0) throw new Error(`does not play ${unplayed.join(", ")}`);
  const { world, actor } = views;
  const repository = findRepositoryNode(views, input.repositoryId);
  requireWrite(views, repository, "issues/create");
  if (!repository.hasIssues) throw queryError("UNPROCESSABLE", "Issues are disabled for this repo");
  const labels = (input.labelIds ?? []).map((id) => findLabel(repository, id).name);
  const milestone = input.milestoneId == null ? undefined : findMilestone(repository, input);
  const parent =
    input.parentIssueId == null ? undefined : findIssueNode(views, input.parentIssueId);
  const mayOrganise = canPush(actor, repository);
  const author = getUser(actor);
  const issue = unlessUnprocessable(() => {
    if (parent) checkNewSubIssue(world, parent, repository);
    const opened = openIssue(world, repository, {
      ...{ author, appId: readAppId(views), title: input.title, body: input.body ?? null },
      ...{ labels: mayOrganise ? labels : [], assignees: [] },
      milestone: mayOrganise ? milestone : undefined,
    });
    if (parent && mayOrganise) addSubIssue(world, parent, { subIssueId: opened.id }, author);
    return opened;
  });
  return {
    clientMutationId: input.clientMutationId ?? null,
    issue: views.issue({ issue, repository }),
  };
}

function readAppId({ actor }: Views): number | undefined {
  if (actor.kind !== "known" || actor.token.kind !== "integration") return undefined;
  return actor.token.appId ?? ACTIONS_APP_ID;
}

function findLabel({ labels }: Repository, nodeId: string) {
  const id = parseNodeId("LA", nodeId);
  const label = [...labels.values()].find((one) => one.id === id);
  if (label === undefined) throw noNode(nodeId);
  return label;
}

function findMilestone({ milestones }: Repository, { milestoneId }: IssueInput) {
  const id = parseNodeId("MI", milestoneId ?? "");
  const milestone = [...milestones.values()].find((one) => one.id === id);
  if (milestone === undefined) throw noNode(milestoneId ?? "");
  return milestone;
}
