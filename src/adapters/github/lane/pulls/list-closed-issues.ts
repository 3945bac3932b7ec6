import { askGraphql } from "../../ask-graphql.ts";
import type { Connection } from "../../list-whole.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import type { ClosedIssueData, PullData } from "./pull-data.ts";

interface Answer {
  readonly repository: {
    readonly pullRequest: { readonly closingIssuesReferences: Connection<ClosedIssueData> | null };
  };
}

const query = `
  query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
    repository(owner: $owner, name: $repo, followRenames: false) {
      pullRequest(number: $number) {
        closingIssuesReferences(first: 100, after: $after) {
          nodes { number repository { id } } pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

/**
 * The numbers of a repository's issues that merging a pull request closes, however many it names.
 *
 * @param repositoryId Node ID: issues of other repositories are left out.
 * @throws {GitHubError} if they cannot all be read.
 */
export async function listClosedIssues(
  octokit: Requester,
  repoName: RepoName,
  repositoryId: string,
  { number, closingIssuesReferences }: PullData,
): Promise<readonly number[]> {
  const closed: number[] = [];
  let page = closingIssuesReferences;
  while (page !== null) {
    for (const issue of page.nodes) {
      if (issue?.repository.id === repositoryId) closed.push(issue.number);
    }
    page = page.pageInfo.hasNextPage ? await readPage(page.pageInfo.endCursor) : null;
  }
  return closed;

  async function readPage(after: string | null | undefined) {
    const { repository } = await askGraphql<Answer>(octokit, {
      what: `list the issues that pull request #${number} closes`,
      needs: "issues: read",
      query,
      variables: { ...repoName, number, after },
    });
    return repository.pullRequest.closingIssuesReferences;
  }
}
