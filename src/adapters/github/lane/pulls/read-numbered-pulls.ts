import { askGraphql } from "../../ask-graphql.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import type { QueryFault } from "../../to-query-error.ts";
import type { PullPage } from "./page-pulls.ts";
import { type PullData, pullFragment } from "./pull-data.ts";

interface Answer {
  readonly repository: { readonly id: string } & Readonly<Record<string, unknown>>;
}

/**
 * Reads pull requests by number in one query; one that is gone is missing.
 *
 * @param numbers At most 50: GitHub gives up on a query that takes too long.
 * @throws {GitHubError} if GitHub refuses.
 */
export async function readNumberedPulls(
  octokit: Requester,
  repoName: RepoName,
  numbers: readonly number[],
): Promise<PullPage> {
  const { repository } = await askGraphql<Answer>(octokit, {
    what: `read pull requests ${numbers.map((number) => `#${number}`).join(", ")}`,
    needs: "pull-requests: read",
    query: buildQuery(numbers),
    variables: { ...repoName },
    isBearable,
  });
  const found = numbers.map((number) => repository[toAlias(number)] as PullData | null | undefined);
  return {
    repositoryId: repository.id,
    pulls: found.filter((pull) => pull !== null && pull !== undefined),
  };
}

function buildQuery(numbers: readonly number[]): string {
  const fields = numbers.map(
    (number) => `${toAlias(number)}: pullRequest(number: ${number}) { ...pull }`,
  );
  return `
  query ($owner: String!, $repo: String!) {
    repository(owner: $owner, name: $repo, followRenames: false) { id ${fields.join(" ")} }
  }
  ${pullFragment}`;
}

function toAlias(number: number): string {
  return `pull${number}`;
}

function isBearable({ type, path = [] }: QueryFault): boolean {
  return type === "NOT_FOUND" && path[0] === "repository" && path.length === 2;
}
