import { askGraphql } from "../../ask-graphql.ts";
import { listPages } from "../../list-pages.ts";
import type { RepoName } from "../../repo-name.ts";
import type { Requester } from "../../requester.ts";
import { type FileData, toChangedFile } from "../../to-changed-file.ts";
import type { PullData } from "./pull-data.ts";

interface HeadAnswer {
  readonly repository: { readonly pullRequest: { readonly headRefOid: string } };
}

const headQuery = `
  query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo, followRenames: false) {
      pullRequest(number: $number) { headRefOid }
    }
  }`;

/**
 * Every path that a pull request touches, old names of moved files too.
 *
 * GraphQL tells no old names and only a page at a time; where there are more, the files are asked
 * for by REST.
 *
 * @returns `undefined` if GitHub does not list them all, or the head moved on while they were read.
 * @throws {GitHubError} if GitHub refuses.
 * Source: https://docs.github.com/en/rest/pulls/pulls#list-pull-requests-files
 */
export async function readPullFiles(
  octokit: Requester,
  repoName: RepoName,
  { number, files, changedFiles, headRefOid }: PullData,
): Promise<readonly string[] | undefined> {
  const listed = (files?.nodes ?? []).filter((file) => file !== null);
  const isMoved = listed.some(({ changeType }) => changeType === "RENAMED");
  if (!isMoved && !files?.pageInfo.hasNextPage) {
    return listed.length < changedFiles ? undefined : listed.map(({ path }) => path);
  }
  const found = await listFiles();
  const isWhole = found.length >= changedFiles && (await readHead()) === headRefOid;
  if (!isWhole) return undefined;
  return found
    .map(toChangedFile)
    .flatMap(({ path, previousPath }) =>
      previousPath === undefined ? [path] : [path, previousPath],
    );

  function listFiles(): Promise<readonly FileData[]> {
    return listPages<FileData>(
      octokit,
      { what: `list the files of pull request #${number}`, needs: "pull-requests: read" },
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
      { ...repoName, pull_number: number },
    );
  }

  async function readHead(): Promise<string> {
    const { repository } = await askGraphql<HeadAnswer>(octokit, {
      what: `read the head of pull request #${number}`,
      needs: "pull-requests: read",
      query: headQuery,
      variables: { ...repoName, number },
    });
    return repository.pullRequest.headRefOid;
  }
}
