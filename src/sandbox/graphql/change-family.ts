import { getUser } from "../access/actor.ts";
import { addSubIssue, removeSubIssue } from "../state/sub-issues.ts";
import { findIssueNode } from "./find-node.ts";
import { queryError } from "./query-error.ts";
import { requireWrite } from "./require-write.ts";
import { unlessUnprocessable } from "./unless-unprocessable.ts";
import type { Views } from "./views.ts";

/** What both mutations about sub-issues take; `replaceParent` is for adding alone. */
export interface FamilyInput {
  readonly issueId: string;
  readonly subIssueId?: string | null;
  readonly subIssueUrl?: string | null;
  readonly replaceParent?: boolean | null;
  readonly clientMutationId?: string | null;
}

/** The mutation `addSubIssue`. */
export function addChild(views: Views, input: FamilyInput) {
  const { replaceParent } = input;
  return changeFamily(views, input, "issues/add-sub-issue", (parent, subIssueId) =>
    addSubIssue(views.world, parent, { subIssueId, replaceParent }, getUser(views.actor)),
  );
}

/** The mutation `removeSubIssue`. */
export function removeChild(views: Views, input: FamilyInput) {
  return changeFamily(views, input, "issues/remove-sub-issue", (parent, subIssueId) =>
    removeSubIssue(views.world, parent, subIssueId, getUser(views.actor)),
  );
}

function changeFamily(
  views: Views,
  input: FamilyInput,
  operationId: string,
  change: (parent: ReturnType<typeof findIssueNode>, childId: number) => void,
) {
  if (input.subIssueId == null) throw queryError("UNPROCESSABLE", "Sub issue is missing");
  const parent = findIssueNode(views, input.issueId);
  const child = findIssueNode(views, input.subIssueId);
  requireWrite(views, parent.repository, operationId);
  unlessUnprocessable(() => change(parent, child.issue.id));
  return {
    clientMutationId: input.clientMutationId ?? null,
    issue: views.issue(parent),
    subIssue: views.issue(child),
  };
}
