import { GitHubError } from "../../core/errors.ts";
import type { BranchFiles, PlanBranch } from "../../flows/ports.ts";
import { askGitHub } from "./ask-github.ts";
import { readRefusal } from "./read-refusal.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";
import { unlessRefused } from "./unless-refused.ts";

const branch = "keysteps";
const isMovedOn = /not a fast.forward|reference already exists|reference does not exist/i;

/**
 * Keeps applied plans on the branch `keysteps` through a given Octokit.
 *
 * A commit is three requests (tree, commit, reference) and takes effect with the last, which
 * GitHub refuses when the branch has moved on: texts go inline with the tree.
 *
 * Source: https://docs.github.com/en/rest/git
 */
export function octokitPlanBranch(octokit: Requester, repoName: RepoName): PlanBranch {
  return { readFiles, commitFiles };

  async function readFiles(folder: string, names?: readonly string[]): Promise<BranchFiles> {
    const head = await readHead();
    if (head === undefined) return { head, files: new Map() };
    const files = new Map<string, string>();
    for (const { path, sha } of await listBlobs(head)) {
      const isWanted = names?.includes(path.slice(path.lastIndexOf("/") + 1)) ?? true;
      if (isWanted && path.startsWith(`${folder}/`)) files.set(path, await readBlob(path, sha));
    }
    return { head, files };
  }

  async function commitFiles(
    expectedHead: string | undefined,
    files: ReadonlyMap<string, string | undefined>,
    message: string,
  ): Promise<void> {
    const tree = await createTree(expectedHead, files);
    const parents = expectedHead === undefined ? [] : [expectedHead];
    const { data } = await write("commit to", () =>
      octokit.request("POST /repos/{owner}/{repo}/git/commits", {
        ...repoName,
        message,
        tree,
        parents,
      }),
    );
    await moveBranch(expectedHead, data.sha);
  }

  async function readHead(): Promise<string | undefined> {
    const route = "GET /repos/{owner}/{repo}/git/ref/{ref}";
    const { data } = await read(`branch ${branch}`, () =>
      unlessRefused(404, () => octokit.request(route, { ...repoName, ref: `heads/${branch}` })),
    );
    return data?.object.sha;
  }

  async function listBlobs(commit: string) {
    const tree_sha = await readTreeSha(commit);
    const { data } = await read(`the files of branch ${branch}`, () =>
      octokit.request("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
        ...repoName,
        tree_sha,
        recursive: "1",
      }),
    );
    if (data.truncated) {
      const message = `Cannot read branch ${branch}: it has more files than GitHub lists; delete old plans from it`;
      throw new GitHubError("fix-input", 200, message);
    }
    return data.tree.filter(({ type }) => type === "blob");
  }

  async function readTreeSha(commit_sha: string): Promise<string> {
    const { data } = await read(`commit ${commit_sha}`, () =>
      octokit.request("GET /repos/{owner}/{repo}/git/commits/{commit_sha}", {
        ...repoName,
        commit_sha,
      }),
    );
    return data.tree.sha;
  }

  async function readBlob(path: string, file_sha: string): Promise<string> {
    const { data } = await read(`${path} on branch ${branch}`, () =>
      octokit.request("GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { ...repoName, file_sha }),
    );
    return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8").toString();
  }

  async function createTree(
    expectedHead: string | undefined,
    files: ReadonlyMap<string, string | undefined>,
  ): Promise<string> {
    const base = expectedHead === undefined ? {} : { base_tree: await readTreeSha(expectedHead) };
    const entries = [...files].map(([path, content]) => ({
      path,
      mode: "100644" as const,
      type: "blob" as const,
      ...(content === undefined ? { sha: null } : { content }),
    }));
    const { data } = await write("commit to", () =>
      octokit.request("POST /repos/{owner}/{repo}/git/trees", {
        ...repoName,
        ...base,
        tree: entries,
      }),
    );
    return data.sha;
  }

  async function moveBranch(expectedHead: string | undefined, sha: string): Promise<void> {
    await write(expectedHead === undefined ? "create" : "move", async () => {
      try {
        return expectedHead === undefined ? await createRef(sha) : await updateRef(sha);
      } catch (error) {
        if (!isMovedOn.test(readRefusal(error)?.words ?? "")) throw error;
        const message = `Cannot commit to branch ${branch}: another run has moved it on; run it again`;
        throw new GitHubError("try-later", 422, message, { cause: error });
      }
    });
  }

  function createRef(sha: string) {
    const ref = `refs/heads/${branch}`;
    return octokit.request("POST /repos/{owner}/{repo}/git/refs", { ...repoName, ref, sha });
  }

  function updateRef(sha: string) {
    const route = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
    return octokit.request(route, { ...repoName, ref: `heads/${branch}`, sha, force: false });
  }
}

function read<T extends { status: number; data: unknown }>(what: string, send: () => Promise<T>) {
  return askGitHub({ what: `read ${what}`, needs: "contents: read" }, send);
}

function write<T extends { status: number; data: unknown }>(verb: string, send: () => Promise<T>) {
  return askGitHub({ what: `${verb} branch ${branch}`, needs: "contents: write" }, send);
}
