import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { renderIssue } from "../render/render-issue.ts";
import { addAssignees, removeAssignees } from "../state/issue-assignees.ts";
import { findPlace } from "./issue-place.ts";

/** Source: https://docs.github.com/en/rest/issues/assignees */
export const assigneeRoutes: RepositoryRoutes = {
  "issues/add-assignees": (call) => changeAssignees(call, 201, addAssignees),
  "issues/remove-assignees": (call) => changeAssignees(call, 200, removeAssignees),
};

function changeAssignees(
  call: RepositoryCall,
  status: number,
  change: typeof addAssignees,
): Answer {
  const place = findPlace(call);
  const { assignees = [] } = (call.body ?? {}) as { assignees?: string[] };
  change(call.world, place, assignees);
  return { status, body: renderIssue(call.world, call.repository, place.issue) };
}
