import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { Observation, ObservedIssue } from "../../../core/model/issue.ts";
import type { IssueRef } from "../../../core/model/record.ts";
import { askGitHub } from "../ask-github.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";
import { type IssueData, toObservedIssue } from "./to-observed-issue.ts";

type LabelData = RestEndpointMethodTypes["issues"]["listLabelsForRepo"]["response"]["data"][number];

/**
 * Reads issues and labels over REST, issue by issue: for a GitHub Enterprise Server whose GraphQL is
 * too old. Pull requests that close an issue are not known to REST.
 *
 * Sources: https://docs.github.com/en/rest/issues/issues, .../issues/issue-dependencies, .../issues/sub-issues
 */
export async function observeByRest(
  octokit: Requester,
  repoName: RepoName,
  refs: readonly IssueRef[],
  isWithLabels: boolean,
): Promise<Observation> {
  const issues: ObservedIssue[] = [];
  for (const { number, nodeId } of refs) {
    const issue = await readIssue(number);
    if (issue?.node_id !== nodeId) continue;
    const links = { blockedBy: await listBlockers(issue), parent: await readParent(issue) };
    issues.push(toObservedIssue(issue, links));
  }
  const hasFamilies = issues.some(({ childCount }) => childCount !== undefined);
  return { issues, labels: isWithLabels ? await listLabels() : [], hasFamilies };

  /** GitHub answers 404 or 410 for a deleted issue and leads elsewhere (301) for a moved one. */
  async function readIssue(number: number): Promise<IssueData | undefined> {
    const sent = { ...repoName, issue_number: number };
    const send = () => octokit.request("GET /repos/{owner}/{repo}/issues/{issue_number}", sent);
    const attempt = { what: `read issue #${number}`, needs: "issues: read" };
    const { data } = await askGitHub(attempt, () =>
      unlessRefused(404, () => unlessRefused(410, () => unlessRefused(301, send))),
    );
    return data;
  }

  /** The count of links has been seen to be 0 where there was one: adding that link again does no harm. */
  async function listBlockers(issue: IssueData): Promise<readonly number[]> {
    if (issue.issue_dependencies_summary?.total_blocked_by === 0) return [];
    const blockers = await listPages<IssueData>(
      octokit,
      { what: `list what blocks #${issue.number}`, needs: "issues: read" },
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by",
      { ...repoName, issue_number: issue.number },
    );
    return blockers.map(({ id }) => Number(id));
  }

  /** A server without sub-issues says nothing of them. */
  async function readParent(issue: IssueData): Promise<number | null | undefined> {
    if (issue.sub_issues_summary === undefined) return undefined;
    if (!issue.parent_issue_url) return null;
    const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/parent";
    const sent = { ...repoName, issue_number: issue.number };
    const attempt = { what: `read the parent of #${issue.number}`, needs: "issues: read" };
    const { data } = await askGitHub(attempt, () =>
      unlessRefused(404, () => octokit.request(route, sent)),
    );
    return data === undefined ? null : Number(data.id);
  }

  async function listLabels(): Promise<Observation["labels"]> {
    const labels = await listPages<LabelData>(
      octokit,
      { what: "list the labels", needs: "issues: read" },
      "GET /repos/{owner}/{repo}/labels",
      { ...repoName },
    );
    return labels.map(({ name, color, description }) => ({
      name,
      color,
      description: description ?? "",
    }));
  }
}
