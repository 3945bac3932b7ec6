import { afterEach, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitCommentStore } from "../../../src/adapters/github/octokit-comment-store.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

afterEach(() => nock.cleanAll());

it("lists comments with their authors, ghosts too", async () => {
  const { octokit, github } = nockGitHub();
  const comments = [
    { id: 1, body: "Hello", user: { login: "octocat" } },
    { id: 2, user: null },
  ];
  github.get("/repos/octo/shop/issues/5/comments").query(true).reply(200, comments);

  expect(await octokitCommentStore(octokit, repoName).listComments(5)).toEqual([
    { id: 1, body: "Hello", authorLogin: "octocat" },
    { id: 2, body: "", authorLogin: "ghost" },
  ]);
});

it("creates and updates a comment", async () => {
  const { octokit, github } = nockGitHub();
  github
    .post("/repos/octo/shop/issues/5/comments", { body: "Plan" })
    .reply(201, { id: 1 })
    .patch("/repos/octo/shop/issues/comments/1", { body: "New plan" })
    .reply(200, { id: 1 });
  const store = octokitCommentStore(octokit, repoName);

  await store.createComment(5, "Plan");
  await store.updateComment(1, "New plan");

  expect(github.isDone()).toBe(true);
});

it("names the permission that a comment wants", async () => {
  const { octokit, github } = nockGitHub();
  github.post("/repos/octo/shop/issues/5/comments").reply(403, { message: "no" });

  const attempt = octokitCommentStore(octokit, repoName).createComment(5, "Plan");

  await expect(attempt).rejects.toThrow(
    'Cannot comment on #5: GitHub answered 403 (no); grant "pull-requests: write"',
  );
});
