import { askGitHub } from "../ask-github.ts";
import { askGraphql } from "../ask-graphql.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";
import { branchName } from "./branch-name.ts";

interface BlobText {
  readonly text: string | null;
  readonly isTruncated: boolean;
}

type Answer = { readonly repository: Readonly<Record<string, BlobText | null>> };

/** GraphQL cuts a text at 512 kB, so an answer stays below 13 MB. */
const pageSize = 25;

/**
 * The texts of files by path, a page of them a request. One that GraphQL cuts short is asked for
 * by itself.
 *
 * @param blobs Git's blob ID by path.
 * @throws {GitHubError} if one of them does not arrive whole.
 * Source: https://docs.github.com/en/graphql/reference/objects#blob
 */
export async function readBlobs(
  octokit: Requester,
  repoName: RepoName,
  blobs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...blobs];
  const texts = new Map<string, string>();
  for (let start = 0; start < wanted.length; start += pageSize) {
    const page = wanted.slice(start, start + pageSize);
    const found = await readPage(
      octokit,
      repoName,
      page.map(([, oid]) => oid),
    );
    for (const [index, [path, oid]] of page.entries()) {
      texts.set(path, found[index] ?? (await readWhole(octokit, repoName, path, oid)));
    }
  }
  return texts;
}

/** `undefined` in the place of a text that is not whole. */
async function readPage(
  octokit: Requester,
  { owner, repo }: RepoName,
  oids: readonly string[],
): Promise<readonly (string | undefined)[]> {
  const fields = oids.map(
    (oid, index) => `b${index}: object(oid: "${oid}") { ... on Blob { text isTruncated } }`,
  );
  const query = `query ($owner: String!, $repo: String!) {
    repository(owner: $owner, name: $repo, followRenames: false) { ${fields.join("\n")} }
  }`;
  const { repository } = await askGraphql<Answer>(octokit, {
    what: `read ${oids.length} files of branch ${branchName}`,
    needs: "contents: read",
    query,
    variables: { owner, repo },
  });
  return oids.map((_, index) => {
    const blob = repository[`b${index}`];
    return blob && !blob.isTruncated ? (blob.text ?? undefined) : undefined;
  });
}

async function readWhole(octokit: Requester, repoName: RepoName, path: string, oid: string) {
  const what = `read ${path} on branch ${branchName}`;
  const route = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
  const { data } = await askGitHub({ what, needs: "contents: read" }, () =>
    octokit.request(route, { ...repoName, file_sha: oid }),
  );
  return Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8").toString();
}
