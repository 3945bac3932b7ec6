import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitPlanBranch } from "../../../src/adapters/github/octokit-plan-branch.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

const git = "/repos/octo/shop/git";
const heads = `${git}/ref/heads%2Fkeysteps`;

afterEach(() => nock.cleanAll());

describe("octokitPlanBranch", () => {
  it("finds nothing where the branch does not exist", async () => {
    const { octokit, github } = nockGitHub();
    github.get(heads).reply(404, { message: "Not Found" });

    const read = await octokitPlanBranch(octokit, repoName).readFiles("plans");

    expect(read).toEqual({ head: undefined, files: new Map() });
  });

  it("reads the files below a folder at the head", async () => {
    const { octokit, github } = nockGitHub();
    const blob = (path: string, sha: string) => ({ path, sha, type: "blob" });
    const tree = [
      { path: "plans/shop", sha: "t2", type: "tree" },
      blob("plans/shop/tasks.json", "b1"),
      blob("plans-old/tasks.json", "b2"),
    ];
    github
      .get(heads)
      .reply(200, { object: { sha: "c1" } })
      .get(`${git}/commits/c1`)
      .reply(200, { tree: { sha: "t1" } })
      .get(`${git}/trees/t1`)
      .query({ recursive: "1" })
      .reply(200, { tree, truncated: false })
      .get(`${git}/blobs/b1`)
      .reply(200, { content: "eyJuIjogIsO8\nIn0K", encoding: "base64" });

    const { head, files } = await octokitPlanBranch(octokit, repoName).readFiles("plans");

    expect(head).toBe("c1");
    expect([...files]).toEqual([["plans/shop/tasks.json", '{"n": "ü"}\n']]);
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
    await octokitPlanBranch(octokit, repoName).commitFiles(undefined, files, "plan");

    expect(github.isDone()).toBe(true);
  });

  it("commits on top of the expected head and never by force", async () => {
    const { octokit, github } = nockGitHub();
    const blob = { mode: "100644", type: "blob" };
    const tree = [
      { path: "plans/a.json", ...blob, content: "{}" },
      { path: "plans/b.json", ...blob, sha: null },
    ];
    github
      .get(`${git}/commits/c1`)
      .reply(200, { tree: { sha: "t1" } })
      .post(`${git}/trees`, { base_tree: "t1", tree })
      .reply(201, { sha: "t2" })
      .post(`${git}/commits`, { message: "plan", tree: "t2", parents: ["c1"] })
      .reply(201, { sha: "c2" })
      .patch(`${git}/refs/heads%2Fkeysteps`, { sha: "c2", force: false })
      .reply(200, { ref: "refs/heads/keysteps" });

    const files = new Map([
      ["plans/a.json", "{}"],
      ["plans/b.json", undefined],
    ]);
    await octokitPlanBranch(octokit, repoName).commitFiles("c1", files, "plan");

    expect(github.isDone()).toBe(true);
  });

  it.each([
    ["c1", "Update is not a fast forward"],
    ["c1", "Reference does not exist"],
    [undefined, "Reference already exists"],
  ])("says to run again when the branch is not at %s any more", async (head, message) => {
    const { octokit, github } = nockGitHub();
    github
      .get(`${git}/commits/c1`)
      .reply(200, { tree: { sha: "t1" } })
      .post(`${git}/trees`)
      .reply(201, { sha: "t2" })
      .post(`${git}/commits`)
      .reply(201, { sha: "c2" })
      .patch(`${git}/refs/heads%2Fkeysteps`)
      .reply(422, { message })
      .post(`${git}/refs`)
      .reply(422, { message });

    const files = new Map([["plans/a.json", "{}"]]);
    const attempt = octokitPlanBranch(octokit, repoName).commitFiles(head, files, "plan");

    await expect(attempt).rejects.toMatchObject({ status: 422, remedy: "try-later" });
  });

  it("refuses to take a cut list of files for the whole branch", async () => {
    const { octokit, github } = nockGitHub();
    github
      .get(heads)
      .reply(200, { object: { sha: "c1" } })
      .get(`${git}/commits/c1`)
      .reply(200, { tree: { sha: "t1" } })
      .get(`${git}/trees/t1`)
      .query(true)
      .reply(200, { tree: [], truncated: true });

    const attempt = octokitPlanBranch(octokit, repoName).readFiles("plans");

    await expect(attempt).rejects.toThrow(/more files than GitHub lists; delete old plans/);
  });
});
