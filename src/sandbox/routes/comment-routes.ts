import { canPush } from "../access/judge-access.ts";
import { paginate } from "../http/paginate.ts";
import type { Answer, RepositoryCall, RepositoryRoutes } from "../http/route.ts";
import { Refusal } from "../refusal.ts";
import { renderComment } from "../render/render-comment.ts";
import { createComment, deleteComment, editComment, getComment } from "../state/comments.ts";
import type { Comment } from "../state/records.ts";
import { findIssue, findPlace } from "./issue-place.ts";
import { getSender } from "./sender.ts";

/** Source: https://docs.github.com/en/rest/issues/comments */
export const commentRoutes: RepositoryRoutes = {
  "issues/list-comments": (call) => {
    const { number } = findIssue(call);
    const comments = selectComments(call).filter((comment) => comment.issueNumber === number);
    return paginate(call, comments, (one) => renderComment(call.world, call.repository, one));
  },
  "issues/list-comments-for-repo": (call) => {
    const weigh = ({ createdAt, updatedAt }: Comment) =>
      call.query.sort === "updated" ? updatedAt : createdAt;
    const sign = call.query.direction === "desc" ? -1 : 1;
    const comments = selectComments(call).toSorted((a, b) => sign * (weigh(a) - weigh(b)));
    return paginate(call, comments, (one) => renderComment(call.world, call.repository, one));
  },
  "issues/create-comment": (call) => {
    const { body } = call.body as { body: string };
    return answerComment(call, 201, createComment(call.world, findPlace(call), body));
  },
  "issues/get-comment": (call) => answerComment(call, 200, findComment(call)),
  "issues/update-comment": (call) => {
    const place = findOwnComment(call);
    editComment(call.world, place, (call.body as { body: string }).body);
    return answerComment(call, 200, place.comment);
  },
  "issues/delete-comment": (call) => {
    deleteComment(call.world, findOwnComment(call));
    return { status: 204 };
  },
};

function selectComments({ repository, query }: RepositoryCall): Comment[] {
  const since = typeof query.since === "string" ? Date.parse(query.since) : 0;
  return [...repository.comments.values()].filter((comment) => comment.updatedAt >= since);
}

function findComment({ repository, parameters }: RepositoryCall): Comment {
  return getComment(repository, Number(parameters.comment_id));
}

function findOwnComment(call: RepositoryCall) {
  const { sender } = getSender(call);
  const comment = findComment(call);
  if (comment.author !== sender && !canPush(call.actor, call.repository)) {
    throw new Refusal(403, "Must have admin rights to Repository.");
  }
  return { repository: call.repository, comment, sender };
}

function answerComment(call: RepositoryCall, status: number, comment: Comment): Answer {
  return { status, body: renderComment(call.world, call.repository, comment) };
}
