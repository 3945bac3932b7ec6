import type { RestEndpointMethodTypes } from "@octokit/rest";
import type { CommentStore, PullComment } from "../../flows/ports.ts";
import { askGitHub } from "./ask-github.ts";
import { listPages } from "./list-pages.ts";
import type { RepoName } from "./repo-name.ts";
import type { Requester } from "./requester.ts";

type CommentData = RestEndpointMethodTypes["issues"]["listComments"]["response"]["data"][number];

/**
 * Keeps the comments of pull requests through a given Octokit; review comments are not among them.
 *
 * Source: https://docs.github.com/en/rest/issues/comments
 */
export function octokitCommentStore(octokit: Requester, repoName: RepoName): CommentStore {
  return { listComments, createComment, updateComment };

  async function listComments(pullNumber: number): Promise<readonly PullComment[]> {
    const comments = await listPages<CommentData>(
      octokit,
      { what: `list the comments of #${pullNumber}`, needs: "pull-requests: read" },
      "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
      { ...repoName, issue_number: pullNumber },
    );
    return comments.map(({ id, body, user }) => ({
      id: Number(id),
      body: body ?? "",
      authorLogin: user?.login ?? "ghost",
    }));
  }

  async function createComment(pullNumber: number, body: string): Promise<void> {
    const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
    await askGitHub({ what: `comment on #${pullNumber}`, needs: "pull-requests: write" }, () =>
      octokit.request(route, { ...repoName, issue_number: pullNumber, body }),
    );
  }

  async function updateComment(id: number, body: string): Promise<void> {
    const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
    await askGitHub({ what: `update comment ${id}`, needs: "pull-requests: write" }, () =>
      octokit.request(route, { ...repoName, comment_id: id, body }),
    );
  }
}
