import { GitHubError } from "../../../core/errors.ts";
import { askGitHub } from "../ask-github.ts";
import { readRefusal } from "../read-refusal.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { branchName } from "./branch-name.ts";

/**
 * Makes the branch, with one commit that has no parent and holds the files: three requests, and
 * nothing is to be seen before the last.
 *
 * @returns The head.
 * @throws {GitHubError} with remedy `try-later` if somebody has made the branch meanwhile.
 * Source: https://docs.github.com/en/rest/git
 */
export async function createBranch(
  octokit: Requester,
  repoName: RepoName,
  files: ReadonlyMap<string, string>,
  message: string,
): Promise<string> {
  const blob = { mode: "100644", type: "blob" } as const;
  const entries = [...files].map(([path, content]) => ({ path, ...blob, content }));
  const tree = await write(() =>
    octokit.request("POST /repos/{owner}/{repo}/git/trees", { ...repoName, tree: entries }),
  );
  const commit = await write(() =>
    octokit.request("POST /repos/{owner}/{repo}/git/commits", {
      ...repoName,
      message,
      tree: tree.data.sha,
      parents: [],
    }),
  );
  const { sha } = commit.data;
  const ref = `refs/heads/${branchName}`;
  await write(async () => {
    try {
      return await octokit.request("POST /repos/{owner}/{repo}/git/refs", {
        ...repoName,
        ref,
        sha,
      });
    } catch (error) {
      if (!/already exists/i.test(readRefusal(error)?.words ?? "")) throw error;
      const words = `Cannot create branch ${branchName}: another run has made it; run it again`;
      throw new GitHubError("try-later", 422, words, { cause: error });
    }
  });
  return sha;
}

function write<T extends { status: number; data: unknown }>(send: () => Promise<T>) {
  return askGitHub({ what: `create branch ${branchName}`, needs: "contents: write" }, send);
}
