import type { OpenComment } from "../../flows/ports.ts";
import { askGraphql } from "./ask-graphql.ts";
import type { Connection } from "./list-whole.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";
import { type AuthorNode, toLogin } from "./to-login.ts";

interface PullNode {
  readonly number: number;
  readonly comments: Connection<{
    readonly fullDatabaseId: string;
    readonly body: string;
    readonly author: AuthorNode | null;
  }>;
}

interface Answer {
  readonly repository: { readonly pullRequests: Connection<PullNode> };
}

const query = `
  query ($owner: String!, $repo: String!, $base: String!, $after: String) {
    repository(owner: $owner, name: $repo) {
      pullRequests(states: OPEN, baseRefName: $base, first: 50, after: $after) {
        nodes {
          number
          comments(first: 50) {
            nodes { fullDatabaseId body author { __typename login } }
            pageInfo { hasNextPage endCursor }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/**
 * The first fifty comments of each open pull request to a branch, fifty pull requests a request. A plan's
 * comment is made when the pull request is opened, so it stands among them.
 *
 * @throws {GitHubError} if GitHub refuses.
 * Source: https://docs.github.com/en/graphql/reference/objects#pullrequest
 */
export async function listOpenComments(
  octokit: Requester,
  { owner, repo }: RepoName,
  base: string,
): Promise<readonly OpenComment[]> {
  const attempt = { what: "list the comments of open pull requests", needs: "pull-requests: read" };
  const found: OpenComment[] = [];
  for (let after: string | null | undefined = null; after !== undefined; ) {
    const variables: Record<string, unknown> = { owner, repo, base, after };
    const answer: Answer = await askGraphql<Answer>(octokit, { ...attempt, query, variables });
    const { nodes, pageInfo } = answer.repository.pullRequests;
    for (const pull of nodes) found.push(...(pull === null ? [] : listComments(pull)));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : undefined;
  }
  return found;
}

function listComments({ number, comments }: PullNode): readonly OpenComment[] {
  return comments.nodes.flatMap((comment) =>
    comment === null
      ? []
      : [
          {
            id: Number(comment.fullDatabaseId),
            body: comment.body,
            authorLogin: toLogin(comment.author),
            pullNumber: number,
          },
        ],
  );
}
