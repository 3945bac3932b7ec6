import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { notFound } from "../refusal.ts";
import { renderIssue } from "../render/render-issue.ts";
import type { PlacedIssue } from "../state/blocked-by.ts";
import { getParent, listSubIssues } from "../state/sub-issue-tree.ts";
import { addSubIssue, moveSubIssue, removeSubIssue } from "../state/sub-issues.ts";
import { findIssue, findPlace } from "./issue-place.ts";

interface SentSubIssue {
  readonly sub_issue_id: number;
  readonly replace_parent?: boolean;
  readonly after_id?: number;
  readonly before_id?: number;
}

/** Source: https://docs.github.com/en/rest/issues/sub-issues */
export const subIssueRoutes: RepositoryRoutes = {
  "issues/list-sub-issues": (call) =>
    paginate(call, listSubIssues(call.world, findIssue(call)), (placed) => render(call, placed)),
  "issues/get-parent": (call) => {
    const parent = getParent(call.world, findIssue(call));
    if (parent === undefined) throw notFound();
    return { status: 200, body: render(call, parent) };
  },
  "issues/add-sub-issue": (call) => {
    const place = findPlace(call);
    const sent = call.body as SentSubIssue;
    const child = { subIssueId: sent.sub_issue_id, replaceParent: sent.replace_parent };
    addSubIssue(call.world, place, child, place.sender);
    return answer(call, 201, sent.sub_issue_id);
  },
  "issues/remove-sub-issue": (call) => {
    const place = findPlace(call);
    const { sub_issue_id: id } = call.body as SentSubIssue;
    removeSubIssue(call.world, place, id, place.sender);
    return answer(call, 200, id);
  },
  "issues/reprioritize-sub-issue": (call) => {
    const { sub_issue_id: id, after_id: afterId, before_id: beforeId } = call.body as SentSubIssue;
    moveSubIssue(call.world, findPlace(call), id, { afterId, beforeId });
    return answer(call, 200, id);
  },
};

function answer(call: RepositoryCall, status: number, id: number): Answer {
  const placed = call.world.issuesById.get(id);
  if (placed === undefined) throw notFound();
  return { status, body: render(call, placed) };
}

function render({ world }: RepositoryCall, { issue, repository }: PlacedIssue) {
  return renderIssue(world, repository, issue);
}
