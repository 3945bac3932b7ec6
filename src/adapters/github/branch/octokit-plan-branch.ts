import type { BranchFiles, PlanBranch } from "../../../flows/ports.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { branchName } from "./branch-name.ts";
import { commitOnBranch } from "./commit-on-branch.ts";
import { createBranch } from "./create-branch.ts";
import { hashBlob } from "./hash-blob.ts";
import { readBlobs } from "./read-blobs.ts";
import { readBranchTree } from "./read-branch-tree.ts";
import { readVersions } from "./read-versions.ts";

/**
 * Keeps applied plans on the branch `keysteps` through a given Octokit: two requests to read it,
 * one to commit to it, three to make it.
 */
export function octokitPlanBranch(octokit: Requester, repoName: RepoName): PlanBranch {
  return {
    readFiles,
    readVersions: (path) => readVersions(octokit, repoName, path),
    commitFiles,
  };

  async function readFiles(folder: string, names?: readonly string[]): Promise<BranchFiles> {
    const { head, blobs } = await readBranchTree(octokit, repoName, folder);
    const wanted = [...blobs].filter(
      ([path]) => names?.includes(path.slice(path.lastIndexOf("/") + 1)) ?? true,
    );
    const files = await readBlobs(octokit, repoName, new Map(wanted));
    return { head, files, hasText: (path, text) => blobs.get(path) === hashBlob(text) };
  }

  async function commitFiles(
    expectedHead: string | undefined,
    files: ReadonlyMap<string, string | undefined>,
    message: string,
  ): Promise<string> {
    if (expectedHead !== undefined) {
      const change = { branch: branchName, expectedHead, files };
      return commitOnBranch(octokit, repoName, change, message);
    }
    const texts = [...files].flatMap(([path, text]) =>
      text === undefined ? [] : [[path, text] as const],
    );
    return createBranch(octokit, repoName, new Map(texts), message);
  }
}
