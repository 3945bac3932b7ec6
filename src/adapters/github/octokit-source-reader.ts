import { GitHubError } from "../../core/errors.ts";
import type { ChangedFile, SourceReader } from "../../flows/ports.ts";
import { askGitHub } from "./ask-github.ts";
import { listPages } from "./list-pages.ts";
import { readRawFile } from "./read-raw-file.ts";
import { readRepository } from "./read-repository.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";
import { type FileData, toChangedFile } from "./to-changed-file.ts";
import { unlessRefused } from "./unless-refused.ts";

const needs = "contents: read";
/** GitHub lists no more files of a comparison, on whatever page. */
const mostComparedFiles = 300;
/** GitHub lists no more files of a pull request. */
const mostPullRequestFiles = 3000;

/**
 * Reads a repository's files and history through a given Octokit.
 *
 * `listChangedFiles` is `undefined` not only for an unknown base, but also where GitHub would not
 * list all changes: at 300 files and after a force-push. Callers then take every spec as changed.
 *
 * Sources: https://docs.github.com/en/rest/repos/contents, .../commits/commits, .../git/trees and
 * .../pulls/pulls
 */
export function octokitSourceReader(octokit: Requester, repoName: RepoName): SourceReader {
  return {
    readRepository: () => readRepository(octokit, repoName),
    readFile: (path, ref) => readRawFile(octokit, repoName, path, ref),
    listFiles,
    readChangedAt,
    compareCommits: async (base, head) => (await compare(base, head))?.status,
    listChangedFiles,
    listPullRequestFiles,
  };

  async function listFiles(ref: string): Promise<readonly string[]> {
    const what = `list the files at ${ref}`;
    const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
    const { data, status } = await askGitHub({ what, needs }, () =>
      octokit.request(route, { ...repoName, tree_sha: ref, recursive: "1" }),
    );
    if (data.truncated) {
      throw new GitHubError(
        "fix-input",
        status,
        `Cannot ${what}: GitHub lists only ${data.tree.length} of them; ` +
          "narrow the spec globs to paths without wildcards",
      );
    }
    return data.tree.filter(({ type }) => type === "blob").map(({ path }) => path);
  }

  async function readChangedAt(path: string, ref: string): Promise<number | undefined> {
    const what = `read when ${path} was last changed before ${ref}`;
    const { data } = await askGitHub({ what, needs }, () =>
      octokit.request("GET /repos/{owner}/{repo}/commits", {
        ...repoName,
        path,
        sha: ref,
        per_page: 1,
      }),
    );
    const date = data[0]?.commit.committer?.date;
    return date === undefined ? undefined : Date.parse(date);
  }

  async function listChangedFiles(
    base: string,
    head: string,
  ): Promise<readonly ChangedFile[] | undefined> {
    if (/^0*$/.test(base)) return undefined;
    const comparison = await compare(base, head);
    if (comparison === undefined) return undefined;
    const { status, files } = comparison;
    const isForward = status === "ahead" || status === "identical";
    if (!isForward || files === undefined || files.length >= mostComparedFiles) return undefined;
    return files.map(toChangedFile);
  }

  async function compare(base: string, head: string) {
    const what = `compare ${base} with ${head}`;
    const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
    const sent = { ...repoName, basehead: `${base}...${head}`, per_page: 1 };
    const { data } = await askGitHub({ what, needs }, () =>
      unlessRefused(404, () => octokit.request(route, sent)),
    );
    return data;
  }

  async function listPullRequestFiles(number: number): Promise<readonly ChangedFile[]> {
    const what = `list the files of pull request #${number}`;
    const files = await listPages<FileData>(
      octokit,
      { what, needs: "pull-requests: read" },
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
      { ...repoName, pull_number: number },
    );
    if (files.length < mostPullRequestFiles) return files.map(toChangedFile);
    throw new GitHubError(
      "fix-input",
      200,
      `Cannot ${what}: it changes ${files.length} files or more and GitHub lists no further; ` +
        "put the specs into a smaller pull request",
    );
  }
}
