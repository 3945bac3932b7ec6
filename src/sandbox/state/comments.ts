import { invalidField, notFound } from "../refusal.ts";
import { checkText } from "./check-text.ts";
import { getIssue } from "./issues.ts";
import type { Comment, Issue, Repository } from "./records.ts";
import type { User } from "./user.ts";
import { announce, type World } from "./world.ts";

/** @throws {Refusal} 404 if the repository has no comment of that id. */
export function getComment(repository: Repository, id: number): Comment {
  const comment = repository.comments.get(id);
  if (comment === undefined) throw notFound();
  return comment;
}

/** Comments on an issue or pull request. */
export function createComment(
  world: World,
  place: { repository: Repository; issue: Issue; sender: User; appId: number | undefined },
  body: string,
): Comment {
  checkBody(body);
  const { repository, issue, sender, appId } = place;
  const at = world.now();
  const comment: Comment = {
    id: world.nextId(),
    issueNumber: issue.number,
    author: sender,
    appId,
    body,
    createdAt: at,
    updatedAt: at,
  };
  repository.comments.set(comment.id, comment);
  issue.updatedAt = at;
  announce(world, {
    event: "issue_comment",
    action: "created",
    repository,
    sender,
    issue,
    comment,
  });
  return comment;
}

/** Changes the text of a comment. */
export function editComment(
  world: World,
  place: { repository: Repository; comment: Comment; sender: User },
  body: string,
): void {
  checkBody(body);
  const { repository, comment, sender } = place;
  const changes = { body: { from: comment.body } };
  const issue = getIssue(repository, comment.issueNumber);
  comment.body = body;
  comment.updatedAt = world.now();
  issue.updatedAt = comment.updatedAt;
  announce(world, {
    event: "issue_comment",
    action: "edited",
    repository,
    sender,
    issue,
    comment,
    changes,
  });
}

/** Takes a comment away. */
export function deleteComment(
  world: World,
  place: { repository: Repository; comment: Comment; sender: User },
): void {
  const { repository, comment, sender } = place;
  const issue = getIssue(repository, comment.issueNumber);
  repository.comments.delete(comment.id);
  announce(world, {
    event: "issue_comment",
    action: "deleted",
    repository,
    sender,
    issue,
    comment,
  });
}

function checkBody(body: string): void {
  if (body.trim() === "") throw invalidField("IssueComment", "body", "missing_field");
  checkText("IssueComment", "body", body);
}
