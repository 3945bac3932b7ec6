import type { DatedIssue, ListedIssue, Observation, OpenIssue } from "../../../core/model/issue.ts";
import type { IssueRef } from "../../../core/model/record.ts";
import type { IssueReader } from "../../../flows/ports.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { UnknownFieldError } from "../unknown-field-error.ts";
import { type NodeIds, nodeIds } from "./node-ids.ts";
import { observeByRest } from "./observe-by-rest.ts";
import { observeNodes } from "./observe-nodes.ts";
import type { IssueData } from "./to-observed-issue.ts";

/**
 * Reads issues through a given Octokit, one request after the other: a hundred a request, with all
 * their links. A GitHub Enterprise Server whose GraphQL does not know of links is asked over REST, issue by issue.
 *
 * @param ids Learns what the writer needs to know.
 * Source: https://docs.github.com/en/rest/issues/issues#list-repository-issues
 */
export function octokitIssueReader(
  octokit: Requester,
  repoName: RepoName,
  ids: NodeIds = nodeIds(octokit, repoName),
): IssueReader {
  let hasTypes = true;
  return { listIssuesBy, listOpenIssues, observe };

  async function listIssuesBy(
    logins: readonly string[],
    above: number,
  ): Promise<readonly DatedIssue[]> {
    const byNumber = new Map<number, IssueData>();
    for (const login of new Set(logins)) {
      for (const issue of await listIssuesOf(login, above)) byNumber.set(issue.number, issue);
    }
    return [...byNumber.values()].map((issue) => ({
      ...toListed(issue),
      createdAt: Date.parse(issue.created_at),
    }));
  }

  async function listOpenIssues(): Promise<readonly OpenIssue[]> {
    const issues = await listPages<IssueData>(
      octokit,
      { what: "list the open issues", needs: "issues: read" },
      "GET /repos/{owner}/{repo}/issues",
      { ...repoName, state: "open", sort: "created", direction: "desc" },
    );
    return issues
      .filter((issue) => issue.pull_request === undefined)
      .map((issue) => ({
        ...toListed(issue),
        title: issue.title,
        isByMember: ["OWNER", "MEMBER", "COLLABORATOR"].includes(issue.author_association ?? ""),
      }));
  }

  /** Newest first, so that an issue opened meanwhile pushes others on and none is passed over. */
  async function listIssuesOf(login: string, above: number): Promise<readonly IssueData[]> {
    const issues = await listPages<IssueData>(
      octokit,
      { what: `list the issues that ${login} opened`, needs: "issues: read" },
      "GET /repos/{owner}/{repo}/issues",
      { ...repoName, creator: login, state: "all", sort: "created", direction: "desc" },
      (items) => items.some(({ number }) => number <= above),
    );
    return issues.filter((issue) => issue.pull_request === undefined && issue.number > above);
  }

  async function observe(refs: readonly IssueRef[], isWithLabels = true): Promise<Observation> {
    try {
      return await observeNodes(octokit, repoName, refs, { ids, hasTypes, isWithLabels });
    } catch (error) {
      if (!(error instanceof UnknownFieldError)) throw error;
      if (!hasTypes || !error.message.includes("issueType")) {
        return observeByRest(octokit, repoName, refs, isWithLabels);
      }
      hasTypes = false; // a server that knows of links and of no types
      return observe(refs, isWithLabels);
    }
  }
}

function toListed(issue: IssueData): ListedIssue {
  return {
    number: issue.number,
    nodeId: issue.node_id,
    databaseId: Number(issue.id),
    body: issue.body ?? "",
    authorLogin: issue.user?.login ?? "ghost",
  };
}
