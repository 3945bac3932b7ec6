import type { RestEndpointMethodTypes } from "@octokit/rest";
import { askGitHub } from "../ask-github.ts";
import { readRawFile } from "../read-raw-file.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";
import { branchName } from "./branch-name.ts";

type CommitData = RestEndpointMethodTypes["repos"]["listCommits"]["response"]["data"][number];

/**
 * Reads the texts that a file of the branch had, newest first: one request for the last hundred commits that
 * changed it, and one for each text when it is asked for.
 *
 * @throws {GitHubError} if anything cannot be read.
 * Source: https://docs.github.com/en/rest/commits/commits#list-commits
 */
export async function* readVersions(
  octokit: Requester,
  repoName: RepoName,
  path: string,
): AsyncGenerator<string> {
  const attempt = { what: `list the changes of ${path}`, needs: "contents: read" };
  const sent = { ...repoName, sha: branchName, path, per_page: 100 };
  const { data } = await askGitHub(attempt, () =>
    unlessRefused(404, () => octokit.request("GET /repos/{owner}/{repo}/commits", sent)),
  );
  for (const { sha } of (data as readonly CommitData[] | undefined) ?? []) {
    const text = await readRawFile(octokit, repoName, path, sha);
    if (text !== undefined) yield text;
  }
}
