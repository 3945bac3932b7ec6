import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { ObservedIssue } from "../../../core/model/issue.ts";

/** An entry of GitHub's list of issues; pull requests stand among them. */
export type IssueData =
  RestEndpointMethodTypes["issues"]["listForRepo"]["response"]["data"][number];

/** An issue in our words. An author whose account is gone is `ghost`, as GitHub shows it. */
export function toObservedIssue(
  issue: IssueData,
  { blockedBy, parent }: Pick<ObservedIssue, "blockedBy" | "parent">,
): ObservedIssue {
  return {
    number: issue.number,
    nodeId: issue.node_id,
    databaseId: Number(issue.id),
    title: issue.title,
    body: issue.body ?? "",
    state: issue.state === "closed" ? "closed" : "open",
    stateReason: issue.state_reason ?? undefined,
    closedBy: issue.closed_by?.login,
    labels: issue.labels.map((label) => (typeof label === "string" ? label : (label.name ?? ""))),
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    authorLogin: issue.user?.login ?? "ghost",
    blockedBy,
    parent,
    milestone: issue.milestone?.title,
    type: issue.type?.name,
    childCount: issue.sub_issues_summary?.total,
    pulls: [],
  };
}
