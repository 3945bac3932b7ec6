import type { ObservedIssue } from "../../../core/model/issue.ts";
import { type Connection, listWhole } from "../list-whole.ts";
import { type AuthorNode, toLogin } from "../to-login.ts";

/** The fields of an `IssueNode`, for a query. */
export const issueFields = `
  id fullDatabaseId number title body state stateReason(enableDuplicate: true)
  author { __typename login }
  closings: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) { nodes { ... on ClosedEvent { actor { __typename login } } } }
  repository { id }
  labels(first: 100) { nodes { name } pageInfo { hasNextPage } }
  assignees(first: 100) { nodes { login } pageInfo { hasNextPage } }
  blockedBy(first: 100) { nodes { fullDatabaseId } pageInfo { hasNextPage } }
  milestone { title }
  parent { fullDatabaseId }
  subIssuesSummary { total }
  closedByPullRequestsReferences(first: 50) { nodes { number } pageInfo { hasNextPage } }`;

/** An issue as GraphQL gives it. */
export interface IssueNode {
  readonly id: string;
  readonly fullDatabaseId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: "OPEN" | "CLOSED";
  readonly stateReason: "COMPLETED" | "NOT_PLANNED" | "DUPLICATE" | "REOPENED" | null;
  readonly author: AuthorNode | null;
  readonly closings: { readonly nodes: readonly { readonly actor: AuthorNode | null }[] };
  readonly repository: { readonly id: string };
  readonly labels: Connection<{ readonly name: string }> | null;
  readonly assignees: Connection<{ readonly login: string }>;
  readonly blockedBy: Connection<{ readonly fullDatabaseId: string }>;
  readonly milestone: { readonly title: string } | null;
  readonly issueType?: { readonly name: string } | null;
  readonly parent: { readonly fullDatabaseId: string } | null;
  readonly subIssuesSummary: { readonly total: number };
  readonly closedByPullRequestsReferences: Connection<{ readonly number: number }> | null;
}

const stateReasons = {
  COMPLETED: "completed",
  NOT_PLANNED: "not_planned",
  DUPLICATE: "duplicate",
  REOPENED: "reopened",
} as const;

/** That issue in our words. */
export function nodeToObserved(node: IssueNode): ObservedIssue {
  const list = <Item>(what: string, connection: Connection<Item> | null) =>
    listWhole(`the ${what} of #${node.number}`, connection);
  const closing = node.closings.nodes[0];
  return {
    number: node.number,
    nodeId: node.id,
    databaseId: Number(node.fullDatabaseId),
    title: node.title,
    body: node.body,
    state: node.state === "CLOSED" ? "closed" : "open",
    stateReason: node.stateReason === null ? undefined : stateReasons[node.stateReason],
    closedBy: closing && node.state === "CLOSED" ? toLogin(closing.actor) : undefined,
    labels: list("labels", node.labels).map(({ name }) => name),
    assignees: list("assignees", node.assignees).map(({ login }) => login),
    authorLogin: toLogin(node.author),
    blockedBy: list("blockers", node.blockedBy).map((blocker) => Number(blocker.fullDatabaseId)),
    parent: node.parent === null ? null : Number(node.parent.fullDatabaseId),
    milestone: node.milestone?.title,
    type: node.issueType?.name,
    childCount: node.subIssuesSummary.total,
    pulls: list("pull requests", node.closedByPullRequestsReferences).map(({ number }) => number),
  };
}
