import { GitHubError } from "../../core/errors.ts";
import type { RepositoryFacts } from "../../flows/ports.ts";
import { askGraphql } from "./ask-graphql.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";

interface Answer {
  readonly viewer: { readonly login: string } | null;
  readonly repository: {
    readonly name: string;
    readonly owner: { readonly login: string };
    readonly url: string;
    readonly isArchived: boolean;
    readonly hasIssuesEnabled: boolean;
    readonly viewerPermission: string | null;
    readonly defaultBranchRef: {
      readonly name: string;
      readonly target: { readonly oid: string } | null;
    } | null;
  };
}

const query = `
  query ($owner: String!, $repo: String!) {
    viewer { login }
    repository(owner: $owner, name: $repo) {
      name owner { login } url isArchived hasIssuesEnabled viewerPermission
      defaultBranchRef { name target { oid } }
    }
  }`;

/** Who writes with the token that Actions gives to a job: what is meant where GitHub names nobody. */
const actionsLogin = "github-actions[bot]";

/**
 * Reads what a repository is, where it stands and who we are there, in one request.
 *
 * Whose token it is only GraphQL knows, also for the bot behind an installation's token. What a bot
 * may do it does not tell, so a bot counts as one that may push.
 *
 * @throws {GitHubError} with remedy `fix-input` if the repository has another name now: nothing is
 * written to one that nobody named.
 * Source: https://docs.github.com/en/graphql/reference/objects#repository
 */
export async function readRepository(
  octokit: Requester,
  { owner, repo }: RepoName,
): Promise<RepositoryFacts> {
  const what = `read the repository ${owner}/${repo}`;
  const { viewer, repository } = await askGraphql<Answer>(octokit, {
    what,
    needs: "metadata: read",
    query,
    variables: { owner, repo },
  });
  const { name, defaultBranchRef } = repository;
  const fullName = `${repository.owner.login}/${name}`;
  if (fullName.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) {
    const message = `Cannot ${what}: it was renamed or moved; use its new name ${fullName}`;
    throw new GitHubError("fix-input", 301, message);
  }
  const login = viewer?.login || actionsLogin;
  return {
    owner: repository.owner.login,
    name,
    defaultBranch: defaultBranchRef?.name ?? "main",
    headSha: defaultBranchRef?.target?.oid,
    hasIssues: repository.hasIssuesEnabled,
    isArchived: repository.isArchived,
    webUrl: repository.url.replace(/\/+$/, ""),
    login,
    mayPush: login.endsWith("[bot]") || mayPush(repository.viewerPermission),
  };
}

function mayPush(permission: string | null): boolean {
  return permission === "ADMIN" || permission === "MAINTAIN" || permission === "WRITE";
}
