import { getUser } from "../access/actor.ts";
import { judgeLevel } from "../access/judge-level.ts";
import type { Repository } from "../state/records.ts";
import { deleteIssue, transferIssue } from "../state/remove-issue.ts";
import { findIssueNode, findRepositoryNode } from "./find-node.ts";
import { queryError } from "./query-error.ts";
import { requireWrite } from "./require-write.ts";
import { unlessUnprocessable } from "./unless-unprocessable.ts";
import type { Views } from "./views.ts";

/** The mutation `deleteIssue`, for who may administer the repository. */
export function removeIssue(
  views: Views,
  input: { readonly issueId: string; readonly clientMutationId?: string | null },
) {
  const place = findIssueNode(views, input.issueId);
  requireWrite(views, place.repository, "issues/update");
  if (judgeLevel(views.actor, place.repository) !== "admin")
    throw queryError("FORBIDDEN", "Viewer not authorized to delete");
  deleteIssue(views.world, place, getUser(views.actor));
  return answer(views, input, place.repository);
}

/** The mutation `transferIssue`. */
export function moveIssue(
  views: Views,
  input: {
    readonly issueId: string;
    readonly repositoryId: string;
    readonly createLabelsIfMissing?: boolean | null;
    readonly clientMutationId?: string | null;
  },
) {
  if (input.createLabelsIfMissing) throw new Error("does not play createLabelsIfMissing");
  const place = findIssueNode(views, input.issueId);
  const target = findRepositoryNode(views, input.repositoryId);
  for (const repository of [place.repository, target])
    requireWrite(views, repository, "issues/add-labels");
  const issue = unlessUnprocessable(() =>
    transferIssue(views.world, place, target, getUser(views.actor)),
  );
  return { ...answer(views, input, target), issue: views.issue({ issue, repository: target }) };
}

/** The mutation `pinIssue`. */
export function pinIssue(
  views: Views,
  input: { readonly issueId: string; readonly clientMutationId?: string | null },
) {
  const place = findIssueNode(views, input.issueId);
  requireWrite(views, place.repository, "issues/add-labels");
  place.issue.isPinned = true;
  return { clientMutationId: input.clientMutationId ?? null, issue: views.issue(place) };
}

function answer(
  views: Views,
  { clientMutationId }: { readonly clientMutationId?: string | null },
  repository: Repository,
) {
  return { clientMutationId: clientMutationId ?? null, repository: views.repository(repository) };
}
