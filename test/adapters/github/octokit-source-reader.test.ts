import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitSourceReader } from "../../../src/adapters/github/octokit-source-reader.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

const repository = "/repos/octo/shop";
const raw = { "content-type": "application/vnd.github.raw+json; charset=utf-8" };

const facts = {
  owner: { login: "octo" },
  name: "shop",
  url: "https://github.test/octo/shop/",
  isArchived: true,
  hasIssuesEnabled: false,
  viewerPermission: "READ",
  defaultBranchRef: { name: "trunk", target: { oid: "c1" } },
};

afterEach(() => nock.cleanAll());

describe("octokitSourceReader", () => {
  it("reads what the repository is and allows, where it stands and who we are", async () => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, { data: { viewer: { login: "mona" }, repository: facts } });

    expect(await octokitSourceReader(octokit, repoName).readRepository()).toEqual({
      owner: "octo",
      name: "shop",
      defaultBranch: "trunk",
      headSha: "c1",
      hasIssues: false,
      isArchived: true,
      webUrl: "https://github.test/octo/shop",
      login: "mona",
      mayPush: false,
    });
  });

  it.each([
    [{ login: "mona" }, "TRIAGE", { login: "mona", mayPush: false }],
    [{ login: "mona" }, "WRITE", { login: "mona", mayPush: true }],
    [{ login: "keysteps[bot]" }, null, { login: "keysteps[bot]", mayPush: true }],
    [null, null, { login: "github-actions[bot]", mayPush: true }],
  ])("tells of %j with the role %s what it may do", async (viewer, viewerPermission, expected) => {
    const { octokit, github } = nockGitHub();
    const repository = { ...facts, viewerPermission, defaultBranchRef: null };
    github.post("/graphql").reply(200, { data: { viewer, repository } });

    const read = await octokitSourceReader(octokit, repoName).readRepository();

    expect(read).toMatchObject({ ...expected, headSha: undefined });
  });

  it("refuses a repository that goes by another name now", async () => {
    const { octokit, github } = nockGitHub();
    const data = { viewer: null, repository: { ...facts, name: "store" } };
    github.post("/graphql").reply(200, { data });

    const attempt = octokitSourceReader(octokit, repoName).readRepository();

    await expect(attempt).rejects.toMatchObject({
      remedy: "fix-input",
      message: expect.stringContaining("use its new name octo/store"),
    });
  });

  it("reads a file as it is, at a commit", async () => {
    const { octokit, github } = nockGitHub();
    const text = "# Shöp 🛒\r\n";
    github
      .get(`${repository}/contents/docs%2Fa%20b%23.md`)
      .matchHeader("accept", "application/vnd.github.raw+json")
      .query({ ref: "c1" })
      .reply(200, text, raw);

    expect(await octokitSourceReader(octokit, repoName).readFile("docs/a b#.md", "c1")).toBe(text);
  });

  it("gives a file that is JSON as text", async () => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/contents/a.json`).query(true).reply(200, '{ "a": 1 }', raw);

    expect(await octokitSourceReader(octokit, repoName).readFile("a.json", "c1")).toBe(
      '{ "a": 1 }',
    );
  });

  it("reads an empty file as an empty text", async () => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/contents/a.md`).query(true).reply(200, "", raw);

    expect(await octokitSourceReader(octokit, repoName).readFile("a.md", "c1")).toBe("");
  });

  it.each([
    ["nothing", 404, { message: "Not Found" }],
    ["a folder", 200, [{ name: "a.md" }]],
  ])("finds no file where %s is", async (_, status, body) => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/contents/docs`).query(true).reply(status, body);

    expect(await octokitSourceReader(octokit, repoName).readFile("docs", "c1")).toBeUndefined();
  });

  it("refuses a file that is not UTF-8", async () => {
    const { octokit, github } = nockGitHub();
    const latin1 = Buffer.from("Caf\xe9", "latin1");
    github.get(`${repository}/contents/a.md`).query(true).reply(200, latin1, raw);

    const attempt = octokitSourceReader(octokit, repoName).readFile("a.md", "c1");

    await expect(attempt).rejects.toThrow("Cannot read a.md: it is not UTF-8; save it as UTF-8");
  });

  it("does not follow a repository that was renamed", async () => {
    const { octokit, github } = nockGitHub();
    const headers = { location: "https://github.test/api/repositories/1/contents/a.md" };
    github.get(`${repository}/contents/a.md`).query(true).reply(301, { message: "Moved" }, headers);

    const attempt = octokitSourceReader(octokit, repoName).readFile("a.md", "c1");

    await expect(attempt).rejects.toMatchObject({ status: 301, remedy: "fix-input" });
  });

  it("lists files and no folders", async () => {
    const { octokit, github } = nockGitHub();
    const tree = [
      { path: "docs", type: "tree" },
      { path: "docs/a.md", type: "blob" },
      { path: "vendor", type: "commit" },
    ];
    github
      .get(`${repository}/git/trees/c1`)
      .query({ recursive: "1" })
      .reply(200, { tree, truncated: false });

    expect(await octokitSourceReader(octokit, repoName).listFiles("c1")).toEqual(["docs/a.md"]);
  });

  it("refuses to take a cut list of files for all", async () => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/git/trees/c1`).query(true).reply(200, { tree: [], truncated: true });

    const attempt = octokitSourceReader(octokit, repoName).listFiles("c1");

    await expect(attempt).rejects.toMatchObject({
      remedy: "fix-input",
      message: expect.stringContaining("narrow the spec globs"),
    });
  });

  it("reads when a path was last changed", async () => {
    const { octokit, github } = nockGitHub();
    const query = { path: "docs/a.md", sha: "c1", per_page: "1" };
    github
      .get(`${repository}/commits`)
      .query(query)
      .reply(200, [{ commit: { committer: { date: "2026-01-02T03:04:05Z" } } }])
      .get(`${repository}/commits`)
      .query(query)
      .reply(200, []);
    const reader = octokitSourceReader(octokit, repoName);

    expect(await reader.readChangedAt("docs/a.md", "c1")).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(await reader.readChangedAt("docs/a.md", "c1")).toBeUndefined();
  });

  it("lists what changed between two commits, in four words", async () => {
    const { octokit, github } = nockGitHub();
    const files = [
      { filename: "a", status: "added" },
      { filename: "b", status: "modified" },
      { filename: "c", status: "removed" },
      { filename: "d", status: "renamed", previous_filename: "d0" },
      { filename: "e", status: "copied", previous_filename: "a" },
      { filename: "f", status: "changed" },
    ];
    nockComparison(github, { status: "ahead", files });

    const changed = await octokitSourceReader(octokit, repoName).listChangedFiles("c1", "c2");

    expect(changed).toEqual([
      { path: "a", status: "added", previousPath: undefined },
      { path: "b", status: "modified", previousPath: undefined },
      { path: "c", status: "removed", previousPath: undefined },
      { path: "d", status: "renamed", previousPath: "d0" },
      { path: "e", status: "added", previousPath: undefined },
      { path: "f", status: "modified", previousPath: undefined },
    ]);
  });

  it.each([
    ["a force-push", { status: "diverged", files: [] }],
    ["a push back", { status: "behind", files: [] }],
    ["no list", { status: "ahead" }],
    ["as many files as GitHub lists at most", { status: "ahead", files: filesNamed(300) }],
  ])("does not know what changed after %s", async (_, comparison) => {
    const { octokit, github } = nockGitHub();
    nockComparison(github, comparison);

    const changed = await octokitSourceReader(octokit, repoName).listChangedFiles("c1", "c2");

    expect(changed).toBeUndefined();
  });

  it("does not know what changed since a commit that is gone", async () => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/compare/c1...c2`).query(true).reply(404, { message: "Not Found" });

    const changed = await octokitSourceReader(octokit, repoName).listChangedFiles("c1", "c2");

    expect(changed).toBeUndefined();
  });

  it("asks nothing about the first push of a branch", async () => {
    const { octokit } = nockGitHub();

    const reader = octokitSourceReader(octokit, repoName);

    expect(await reader.listChangedFiles("0".repeat(40), "c2")).toBeUndefined();
  });

  it("lists the files of a pull request over all pages", async () => {
    const { octokit, github } = nockGitHub();
    const next = `<https://github.test/api${repository}/pulls/5/files?page=2>; rel="next"`;
    github
      .get(`${repository}/pulls/5/files`)
      .query({ per_page: "100" })
      .reply(200, filesNamed(100), { link: next })
      .get(`${repository}/pulls/5/files`)
      .query({ page: "2", per_page: "100" })
      .reply(200, [{ filename: "last", status: "removed" }]);

    const changed = await octokitSourceReader(octokit, repoName).listPullRequestFiles(5);

    expect(changed).toHaveLength(101);
    expect(changed.at(-1)).toEqual({ path: "last", status: "removed", previousPath: undefined });
  });

  it("refuses to take a cut list for all files of a pull request", async () => {
    const { octokit, github } = nockGitHub();
    github.get(`${repository}/pulls/5/files`).query(true).reply(200, filesNamed(3000));

    const attempt = octokitSourceReader(octokit, repoName).listPullRequestFiles(5);

    await expect(attempt).rejects.toMatchObject({ remedy: "fix-input" });
  });
});

function nockComparison(github: nock.Scope, comparison: object): void {
  github
    .get(`${repository}/compare/c1...c2`)
    .query({ per_page: "1" })
    .reply(200, { ...comparison });
}

function filesNamed(count: number) {
  return Array.from({ length: count }, (_, index) => ({ filename: `f${index}`, status: "added" }));
}
