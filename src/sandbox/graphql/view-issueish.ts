import { repositoryPage } from "../render/repository-url.ts";
import { renderNodeId, renderOptionalTime, renderTime } from "../render/scalars.ts";
import type { Comment, Issue, Label, Repository } from "../state/records.ts";
import type { User } from "../state/user.ts";
import { connect, type PageArguments } from "./connect.ts";
import { viewLabel } from "./view-label.ts";
import { viewMilestone } from "./view-milestone.ts";
import type { Views } from "./views.ts";

interface LabelArguments extends PageArguments {
  readonly orderBy?: { readonly field: "CREATED_AT" | "NAME"; readonly direction: "ASC" | "DESC" };
}

/** What issues and pull requests have in common. */
export function viewIssueish(views: Views, repository: Repository, issue: Issue) {
  const page = repositoryPage(views.world, repository);
  const kind = issue.pull === undefined ? "issues" : "pull";
  const url = `${page}/${kind}/${issue.number}`;
  return {
    id: renderNodeId(issue.pull === undefined ? "I" : "PR", issue.id),
    databaseId: null, // beyond GraphQL's Int, as GitHub's newer ids are
    fullDatabaseId: String(issue.pull?.id ?? issue.id),
    number: issue.number,
    title: issue.title,
    body: issue.body ?? "",
    closed: issue.state === "closed",
    createdAt: renderTime(issue.createdAt),
    updatedAt: renderTime(issue.updatedAt),
    closedAt: renderOptionalTime(issue.closedAt),
    url,
    milestone: () => (issue.milestone ? viewMilestone(views, repository, issue.milestone) : null),
    repository: () => views.repository(repository),
    author: views.user(issue.author),
    labels: (page: LabelArguments) => connectLabels(views, repository, issue.labels, page),
    assignees: (page: PageArguments) =>
      connect("assignees", issue.assignees, page, { key: toId, node: (user) => views.user(user) }),
    comments: (page: PageArguments) => {
      const comments = [...repository.comments.values()];
      const own = comments.filter((comment) => comment.issueNumber === issue.number);
      return connect("comments", own, page, {
        key: toId,
        node: (comment) => viewComment(views, url, comment),
      });
    },
  };
}

/** Labels as a connection, by age unless told otherwise. */
export function connectLabels(
  views: Views,
  repository: Repository,
  labels: readonly Label[],
  { orderBy, ...page }: LabelArguments,
) {
  const sign = orderBy?.direction === "DESC" ? -1 : 1;
  const compare = (a: Label, b: Label) =>
    orderBy?.field === "NAME" ? a.name.localeCompare(b.name) : a.id - b.id;
  const sorted = labels.toSorted((a, b) => sign * compare(a, b));
  return connect("labels", sorted, page, {
    key: toId,
    node: (label) => viewLabel(views, repository, label),
  });
}

function viewComment(views: Views, issueUrl: string, comment: Comment) {
  return {
    __typename: "IssueComment",
    id: renderNodeId("IC", comment.id),
    databaseId: null,
    fullDatabaseId: String(comment.id),
    body: comment.body,
    author: views.user(comment.author),
    createdAt: renderTime(comment.createdAt),
    updatedAt: renderTime(comment.updatedAt),
    url: `${issueUrl}#issuecomment-${comment.id}`,
  };
}

function toId({ id }: Comment | Label | User): number {
  return id;
}
