import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { LiveComment } from "../../../core/model/observed-lane.ts";
import { listPages } from "../list-pages.ts";
import type { RepoName } from "../repo-name.ts";
import type { Requester } from "../requester.ts";

type CommentData = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

/** Which comment is meant. */
export interface CommentPlace {
  readonly issueNumber: number;
  /** Who wrote it: the App's own login. */
  readonly login: string;
  /** The marker that its body begins with. */
  readonly firstLine: string;
}

/**
 * Our comment on an issue; the oldest, should there be several. What others write under the same
 * marker is not ours.
 *
 * @throws {GitHubError} if the comments cannot all be read.
 * Source: https://docs.github.com/en/rest/issues/comments#list-issue-comments
 */
export async function findLiveComment(
  octokit: Requester,
  repoName: RepoName,
  { issueNumber, login, firstLine }: CommentPlace,
): Promise<LiveComment | undefined> {
  const comments = await listPages<CommentData>(
    octokit,
    { what: `list the comments of #${issueNumber}`, needs: "issues: read" },
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...repoName, issue_number: issueNumber },
  );
  const [oldest] = comments
    .filter(({ user, body }) => user?.login === login && readFirstLine(body) === firstLine)
    .toSorted((a, b) => Number(a.id) - Number(b.id));
  return oldest && { id: Number(oldest.id), body: oldest.body ?? "" };
}

function readFirstLine(body: string | undefined): string | undefined {
  return body?.split(/\r?\n/, 1)[0];
}
