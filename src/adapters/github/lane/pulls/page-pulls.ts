import { askGraphql } from "../../ask-graphql.ts";
import type { Connection } from "../../list-whole.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import { type PullData, pullFragment } from "./pull-data.ts";

/** Which pull requests, in which order. */
export interface PullSelection {
  readonly states: "OPEN" | "MERGED";
  readonly orderBy: {
    readonly field: "CREATED_AT" | "UPDATED_AT";
    readonly direction: "ASC" | "DESC";
  };
}

/** One page of a repository's pull requests. */
export interface PullPage {
  /** Node ID of the repository. */
  readonly repositoryId: string;
  readonly pulls: readonly PullData[];
}

interface Answer {
  readonly repository: { readonly id: string; readonly pullRequests: Connection<PullData> };
}

/** Below GitHub's 100: it computes the files of each, and gives up on a query after 10 s. */
const pageSize = 50;

const query = `
  query ($owner: String!, $repo: String!, $states: [PullRequestState!], $orderBy: IssueOrder, $first: Int, $after: String) {
    repository(owner: $owner, name: $repo, followRenames: false) {
      id
      pullRequests(states: $states, orderBy: $orderBy, first: $first, after: $after) {
        nodes { ...pull } pageInfo { hasNextPage endCursor }
      }
    }
  }
  ${pullFragment}`;

/**
 * Pages through pull requests until there are no more, or the caller has enough.
 *
 * @throws {GitHubError} if a page cannot be read.
 */
export async function* pagePulls(
  octokit: Requester,
  repoName: RepoName,
  { states, orderBy }: PullSelection,
): AsyncGenerator<PullPage> {
  let after: string | null | undefined;
  do {
    const { repository } = await askGraphql<Answer>(octokit, {
      what: `list the ${states.toLowerCase()} pull requests of ${repoName.owner}/${repoName.repo}`,
      needs: "pull-requests: read",
      query,
      variables: { ...repoName, states: [states], orderBy, first: pageSize, after },
    });
    const { nodes, pageInfo } = repository.pullRequests;
    yield { repositoryId: repository.id, pulls: nodes.filter((pull) => pull !== null) };
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  } while (after);
}
