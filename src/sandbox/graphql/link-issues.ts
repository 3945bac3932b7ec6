import { getUser } from "../access/actor.ts";
import { addBlocker, removeBlocker } from "../state/blocked-by.ts";
import { findIssueNode } from "./find-node.ts";
import { requireWrite } from "./require-write.ts";
import { unlessUnprocessable } from "./unless-unprocessable.ts";
import type { Views } from "./views.ts";

interface LinkInput {
  readonly issueId: string;
  readonly blockingIssueId: string;
  readonly clientMutationId?: string | null;
}

/** The mutation of that name. */
export function addBlockedBy(views: Views, input: LinkInput) {
  return changeLink(views, input, "issues/add-blocked-by-dependency", addBlocker);
}

/** The mutation of that name. */
export function removeBlockedBy(views: Views, input: LinkInput) {
  return changeLink(views, input, "issues/remove-dependency-blocked-by", removeBlocker);
}

function changeLink(
  views: Views,
  input: LinkInput,
  operationId: string,
  change: typeof addBlocker,
) {
  const blocked = findIssueNode(views, input.issueId);
  const blocking = findIssueNode(views, input.blockingIssueId);
  requireWrite(views, blocked.repository, operationId);
  unlessUnprocessable(() => change(views.world, blocked, blocking.issue.id, getUser(views.actor)));
  return {
    clientMutationId: input.clientMutationId ?? null,
    issue: views.issue(blocked),
    blockingIssue: views.issue(blocking),
  };
}
