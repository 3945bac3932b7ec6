import type { RestEndpointMethodTypes } from "@octokit/rest";
import { askGitHub } from "../ask-github.ts";
import { readRawFile } from "../read-raw-file.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { unlessRefused } from "../unless-refused.ts";
import { branchName } from "./branch-name.ts";

type CommitData = RestEndpointMethodTypes["repos"]["listCommits"]["response"]["data"][number];

/**
 * Reads the texts that a file of the branch had, newest first: one request for the commits that changed it,
 * one for each text.
 *
 * @param most How many of its commits are looked at; at most 100.
 * @throws {GitHubError} if anything cannot be read.
 * Source: https://docs.github.com/en/rest/commits/commits#list-commits
 */
export async function readVersions(
  octokit: Requester,
  repoName: RepoName,
  path: string,
  most: number,
): Promise<readonly string[]> {
  const attempt = { what: `list the changes of ${path}`, needs: "contents: read" };
  const sent = { ...repoName, sha: branchName, path, per_page: most };
  const { data } = await askGitHub(attempt, () =>
    unlessRefused(404, () => octokit.request("GET /repos/{owner}/{repo}/commits", sent)),
  );
  const texts: string[] = [];
  for (const { sha } of (data as readonly CommitData[] | undefined) ?? []) {
    const text = await readRawFile(octokit, repoName, path, sha);
    if (text !== undefined) texts.push(text);
  }
  return texts;
}
