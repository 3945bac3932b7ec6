import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { renderIssue } from "../render/render-issue.ts";
import {
  addBlocker,
  listBlocked,
  listBlockers,
  type PlacedIssue,
  removeBlocker,
} from "../state/blocked-by.ts";
import { findIssue, findPlace } from "./issue-place.ts";

/** Source: https://docs.github.com/en/rest/issues/issue-dependencies */
export const dependencyRoutes: RepositoryRoutes = {
  "issues/list-dependencies-blocked-by": (call) => answerList(call, listBlockers),
  "issues/list-dependencies-blocking": (call) => answerList(call, listBlocked),
  "issues/add-blocked-by-dependency": (call) => {
    const place = findPlace(call);
    const { issue_id: blockerId } = call.body as { issue_id: number };
    addBlocker(call.world, place, blockerId, place.sender);
    return { status: 201, body: renderIssue(call.world, call.repository, place.issue) };
  },
  "issues/remove-dependency-blocked-by": (call) => {
    const place = findPlace(call);
    removeBlocker(call.world, place, Number(call.parameters.issue_id), place.sender);
    return { status: 200, body: renderIssue(call.world, call.repository, place.issue) };
  },
};

function answerList(call: RepositoryCall, list: typeof listBlockers): Answer {
  const placed = list(call.world, findIssue(call));
  return paginate(call, placed, ({ issue, repository }: PlacedIssue) =>
    renderIssue(call.world, repository, issue),
  );
}
