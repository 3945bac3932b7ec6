import type { Comment, Repository } from "../state/records.ts";
import type { World } from "../state/world.ts";
import { renderApp } from "./render-app.ts";
import { renderAssociation } from "./render-association.ts";
import { renderReactions } from "./render-reactions.ts";
import { renderUser } from "./render-user.ts";
import { repositoryPage, repositoryUrl } from "./repository-url.ts";
import { renderNodeId, renderTime } from "./scalars.ts";

/** A comment on an issue or pull request. */
export function renderComment(world: World, repository: Repository, comment: Comment) {
  const base = repositoryUrl(world, repository);
  const url = `${base}/issues/comments/${comment.id}`;
  const page = `${repositoryPage(world, repository)}/issues/${comment.issueNumber}`;
  return {
    id: comment.id,
    node_id: renderNodeId("IC", comment.id),
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${comment.issueNumber}`,
    user: renderUser(world, comment.author),
    body: comment.body,
    created_at: renderTime(comment.createdAt),
    updated_at: renderTime(comment.updatedAt),
    author_association: renderAssociation(repository, comment.author),
    performed_via_github_app: renderApp(world, comment.appId),
    reactions: renderReactions(url),
  };
}
