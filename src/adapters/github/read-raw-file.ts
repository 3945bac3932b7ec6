import { GitHubError, InputError } from "../../core/errors.ts";
import { askGitHub } from "./ask-github.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";
import { unlessRefused } from "./unless-refused.ts";

/**
 * The text of a file at a commit, up to the 100 MB that GitHub serves; `undefined` if there is
 * no file at that path, or a folder. A byte order mark is left out unless `keepsMark`.
 *
 * The body is read here and not by Octokit, which takes one that broke off for an empty file.
 *
 * @throws {GitHubError} if GitHub refuses or the text does not arrive whole.
 * @throws {InputError} if the file is not UTF-8.
 * Source: https://docs.github.com/en/rest/repos/contents#get-repository-content
 */
export async function readRawFile(
  octokit: Requester,
  repoName: RepoName,
  path: string,
  ref: string,
  { keepsMark = false } = {},
): Promise<string | undefined> {
  const what = `read ${path} at ${ref}`;
  const sent = {
    ...repoName,
    path,
    ref,
    headers: { accept: "application/vnd.github.raw+json" },
    request: { parseSuccessResponseBody: false },
  };
  const { data, headers } = await askGitHub({ what, needs: "contents: read" }, () =>
    unlessRefused(404, () => octokit.request("GET /repos/{owner}/{repo}/contents/{path}", sent)),
  );
  const isFolder = String(headers["content-type"]).startsWith("application/json");
  if (data === undefined || isFolder) return undefined;
  return decode(path, keepsMark, await readBody(what, data as unknown as ReadableStream));
}

async function readBody(what: string, body: ReadableStream): Promise<ArrayBuffer> {
  try {
    return await new Response(body).arrayBuffer();
  } catch (error) {
    const message = `Cannot ${what}: the answer of GitHub broke off; run it again`;
    throw new GitHubError("try-later", 0, message, { cause: error });
  }
}

function decode(path: string, ignoreBOM: boolean, bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM }).decode(bytes);
  } catch (error) {
    throw new InputError(`Cannot read ${path}: it is not UTF-8; save it as UTF-8`, {
      cause: error,
    });
  }
}
