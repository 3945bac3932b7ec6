import { askGitHub } from "../ask-github.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";

/**
 * Makes sure that branches of a repository can be seen at all, so that one which is not found is
 * really not there: GitHub answers 404 as well for what may not be seen. An empty repository has
 * none.
 *
 * @throws {GitHubError} if they cannot.
 */
export async function proveReadable(
  octokit: Requester,
  repoName: RepoName,
  defaultBranch: string,
): Promise<void> {
  const route = "GET /repos/{owner}/{repo}/git/ref/{ref}";
  const sent = { ...repoName, ref: `heads/${defaultBranch}` };
  await askGitHub({ what: `read branch ${defaultBranch}`, needs: "contents: read" }, () =>
    unlessRefused(409, () => octokit.request(route, sent), /empty/i),
  );
}
