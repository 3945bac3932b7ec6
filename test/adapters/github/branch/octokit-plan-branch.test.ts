import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitPlanBranch } from "../../../../src/adapters/github/branch/octokit-plan-branch.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

const git = "/repos/octo/shop/git";

afterEach(() => nock.cleanAll());

describe("octokitPlanBranch", () => {
  it("finds nothing where the branch does not exist", async () => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, { data: { repository: { ref: null } } });

    const read = await octokitPlanBranch(octokit, repoName).readFiles("plans");

    expect(read).toMatchObject({ head: undefined, files: new Map() });
  });

  it("creates the branch with a commit that has no parent", async () => {
    const { octokit, github } = nockGitHub();
    const entry = { path: "plans/a.json", mode: "100644", type: "blob", content: "{}" };
    github
      .post(`${git}/trees`, { tree: [entry] })
      .reply(201, { sha: "t1" })
      .post(`${git}/commits`, { message: "plan", tree: "t1", parents: [] })
      .reply(201, { sha: "c1" })
      .post(`${git}/refs`, { ref: "refs/heads/keysteps", sha: "c1" })
      .reply(201, { ref: "refs/heads/keysteps" });

    const files = new Map([["plans/a.json", "{}"]]);
    const head = await octokitPlanBranch(octokit, repoName).commitFiles(undefined, files, "plan");

    expect(head).toBe("c1");
  });

  it("commits in one request, at the expected head only", async () => {
    const { octokit, github } = nockGitHub();
    const input = {
      branch: { repositoryNameWithOwner: "octo/shop", branchName: "keysteps" },
      expectedHeadOid: "c1",
      message: { headline: "plan" },
      fileChanges: {
        additions: [{ path: "plans/a.json", contents: "w7w=" }],
        deletions: [{ path: "plans/b.json" }],
      },
    };
    github
      .post("/graphql", (body) => {
        expect(body.variables).toEqual({ input });
        return true;
      })
      .reply(200, { data: { createCommitOnBranch: { commit: { oid: "c2" } } } });

    const files = new Map([
      ["plans/a.json", "ü"],
      ["plans/b.json", undefined],
    ]);
    const head = await octokitPlanBranch(octokit, repoName).commitFiles("c1", files, "plan");

    expect(head).toBe("c2");
  });

  it("says to run again when the branch is not there any more", async () => {
    const { octokit, github } = nockGitHub();
    const fault = { type: "NOT_FOUND", message: "No such branch 'keysteps'" };
    github.post("/graphql").reply(200, { data: { createCommitOnBranch: null }, errors: [fault] });

    const attempt = octokitPlanBranch(octokit, repoName).commitFiles("c1", new Map(), "plan");

    await expect(attempt).rejects.toMatchObject({ remedy: "try-later" });
  });

  it("names the permission where a token may not write to the branch", async () => {
    const { octokit, github } = nockGitHub();
    const fault = { type: "FORBIDDEN", message: "Resource not accessible by integration" };
    github.post("/graphql").reply(200, { data: { createCommitOnBranch: null }, errors: [fault] });

    const attempt = octokitPlanBranch(octokit, repoName).commitFiles("c1", new Map(), "plan");

    await expect(attempt).rejects.toThrow(/grant "contents: write"$/);
  });
});
