import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { Label, ObservedIssue } from "../../core/model/issue.ts";
import type { IssueReader } from "../../flows/ports.ts";
import { askGitHub } from "./ask-github.ts";
import { askGraphql } from "./ask-graphql.ts";
import { listPages } from "./list-pages.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";
import { type IssueData, toObservedIssue } from "./to-observed-issue.ts";
import { unlessRefused } from "./unless-refused.ts";

type LabelData = RestEndpointMethodTypes["issues"]["listLabelsForRepo"]["response"]["data"][number];

/** Who writes with the token that Actions gives to a job: what is meant where GitHub names nobody. */
const actionsLogin = "github-actions[bot]";

/**
 * Reads issues through a given Octokit, one request after the other.
 *
 * Links are asked for where GitHub counts any; it has been seen to count none where there was
 * one, so a link may be missing here, and adding it again does no harm.
 *
 * Whose token it is is asked of GraphQL, which knows the bot behind an installation's token too.
 *
 * Sources: https://docs.github.com/en/rest/issues/issues, .../issues/issue-dependencies,
 * https://docs.github.com/en/graphql/reference/queries#user
 */
export function octokitIssueReader(octokit: Requester, repoName: RepoName): IssueReader {
  return { readLogin, listIssuesBy, readIssue, listLabels };

  async function readLogin(): Promise<string> {
    const data = await askGraphql<{ readonly viewer?: { readonly login?: string } }>(octokit, {
      what: "read whose token it is",
      needs: "a token that GitHub knows",
      query: "query { viewer { login } }",
      variables: {},
    });
    return data.viewer?.login || actionsLogin;
  }

  async function listIssuesBy(logins: readonly string[]): Promise<readonly ObservedIssue[]> {
    const byNumber = new Map<number, IssueData>();
    for (const login of new Set(logins)) {
      for (const issue of await listIssuesOf(login)) byNumber.set(issue.number, issue);
    }
    const observed: ObservedIssue[] = [];
    for (const issue of byNumber.values()) {
      observed.push(toObservedIssue(issue, await listBlockers(issue)));
    }
    return observed;
  }

  /** GitHub answers 404 or 410 for a deleted issue and leads elsewhere (301) for a moved one. */
  async function readIssue(number: number): Promise<ObservedIssue | undefined> {
    const send = () =>
      octokit.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
        ...repoName,
        issue_number: number,
      });
    const attempt = { what: `read issue #${number}`, needs: "issues: read" };
    const { data } = await askGitHub(attempt, () =>
      unlessRefused(404, () => unlessRefused(410, () => unlessRefused(301, send))),
    );
    return data && toObservedIssue(data, await listBlockers(data));
  }

  async function listIssuesOf(login: string): Promise<readonly IssueData[]> {
    const issues = await listPages<IssueData>(
      octokit,
      { what: `list the issues of ${login}`, needs: "issues: read" },
      "GET /repos/{owner}/{repo}/issues",
      { ...repoName, creator: login, state: "all", sort: "created", direction: "asc" },
    );
    return issues.filter((issue) => issue.pull_request === undefined);
  }

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

  async function listLabels(): Promise<readonly Label[]> {
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
