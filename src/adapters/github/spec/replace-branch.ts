import { askGitHub } from "../ask-github.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";

/** What a branch is to be. */
export interface BranchContent {
  readonly branch: string;
  /** The branch is not there yet. */
  readonly isNew: boolean;
  /** The commit that its one commit stands on. */
  readonly base: string;
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Makes a branch be one commit on top of another: tree and commit are made first, and the branch moves in
 * one request.
 *
 * Source: https://docs.github.com/en/rest/git
 */
export async function replaceBranch(
  octokit: Requester,
  repoName: RepoName,
  { branch, isNew, base, files }: BranchContent,
  message: string,
): Promise<void> {
  const blob = { mode: "100644", type: "blob" } as const;
  const entries = [...files].map(([path, content]) => ({ path, ...blob, content }));
  const parent = await write(() =>
    octokit.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
      ...repoName,
      commit_sha: base,
    }),
  );
  const tree = await write(() =>
    octokit.request("POST /repos/{owner}/{repo}/git/trees", {
      ...repoName,
      base_tree: parent.data.tree.sha,
      tree: entries,
    }),
  );
  const commit = await write(() =>
    octokit.request("POST /repos/{owner}/{repo}/git/commits", {
      ...repoName,
      message,
      tree: tree.data.sha,
      parents: [base],
    }),
  );
  const { sha } = commit.data;
  if (isNew) {
    const ref = `refs/heads/${branch}`;
    await write(() =>
      octokit.request("POST /repos/{owner}/{repo}/git/refs", { ...repoName, ref, sha }),
    );
    return;
  }
  await write(() =>
    octokit.request("PATCH /repos/{owner}/{repo}/git/refs/{ref}", {
      ...repoName,
      ref: `heads/${branch}`,
      sha,
      force: true,
    }),
  );

  function write<T extends { status: number; data: unknown }>(send: () => Promise<T>) {
    return askGitHub({ what: `write branch ${branch}`, needs: "contents: write" }, send);
  }
}
