import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { octokitPlanBranch } from "../../../src/adapters/github/branch/octokit-plan-branch.ts";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";
import { octokitIssueWriter } from "../../../src/adapters/github/issues/octokit-issue-writer.ts";
import { octokitCommentStore } from "../../../src/adapters/github/octokit-comment-store.ts";
import { octokitSourceReader } from "../../../src/adapters/github/octokit-source-reader.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { startSandbox } from "../../../src/sandbox/start-sandbox.ts";

const issue = { title: "Login", body: "", labels: ["wave:1"] };
const label = { name: "wave:1", color: "ffffff", description: "" };
const shop = { owner: "octo", repo: "shop" };
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  const files = { "a.md": "a" };
  sandbox.createRepository({ owner: "octo", name: "shop", files });
  sandbox.createRepository({ owner: "octo", name: "old", files }).isArchived = true;
  sandbox.createRepository({ owner: "octo", name: "quiet", files, hasIssues: false });
  sandbox.createRepository({ owner: "octo", name: "empty" });
  sandbox.createRepository({ owner: "octo", name: "secret", files, isPrivate: true });
  sandbox.addToken("writer", { login: "octo" });
  await octokitIssueWriter(connect("writer"), shop).createLabel(label);
  sandbox.addToken("visitor", { login: "visitor", permission: "none" });
  const permissions = { issues: "read", contents: "read", pull_requests: "read" } as const;
  sandbox.addToken("reading-job", {
    login: "github-actions[bot]",
    kind: "integration",
    permission: "read",
    permissions,
  });
});

afterAll(() => sandbox.close());

describe("a refusal names its mend", () => {
  it("when labels are dropped for want of push access", async () => {
    const attempt = octokitIssueWriter(connect("visitor"), shop).createIssue(issue);

    await expect(attempt).rejects.toMatchObject({
      remedy: "fix-access",
      message: expect.stringContaining('dropped "wave:1"; grant "issues: write" to an account'),
    });
  });

  it("when a job may only read", async () => {
    const octokit = connect("reading-job");
    const files = new Map([["plans/a.json", "{}"]]);

    const plain = { ...issue, labels: [] };
    await expect(octokitIssueWriter(octokit, shop).createIssue(plain)).rejects.toThrow(
      /^Cannot create issue "Login": .*Resource not accessible by integration.*grant "issues: write"$/,
    );
    await expect(
      octokitPlanBranch(octokit, shop).commitFiles(undefined, files, "plan"),
    ).rejects.toThrow(/ 403 .*; grant "contents: write"$/);
    await expect(octokitCommentStore(octokit, shop).createComment(1, "plan")).rejects.toThrow(
      / 40[34] .*; .*grant "pull-requests: write"$/,
    );
  });

  it("when the token is none", async () => {
    const attempt = octokitSourceReader(connect("made-up"), shop).readRepository();

    await expect(attempt).rejects.toMatchObject({ status: 401, remedy: "fix-access" });
  });

  it("when the repository is archived", async () => {
    const old = { owner: "octo", repo: "old" };

    await expect(octokitIssueWriter(connect("writer"), old).createIssue(issue)).rejects.toThrow(
      /archived.*; unarchive the repository$/,
    );
    expect(await octokitSourceReader(connect("writer"), old).readRepository()).toMatchObject({
      isArchived: true,
    });
  });

  it("when issues are turned off", async () => {
    const quiet = { owner: "octo", repo: "quiet" };

    await expect(octokitIssueWriter(connect("writer"), quiet).createIssue(issue)).rejects.toThrow(
      / 4(?:10|22) .*; turn on "Issues" in the settings/,
    );
    expect(await octokitSourceReader(connect("writer"), quiet).readRepository()).toMatchObject({
      hasIssues: false,
    });
  });

  it("when the repository has no commit yet", async () => {
    const empty = { owner: "octo", repo: "empty" };

    await expect(
      octokitSourceReader(connect("writer"), empty).listFiles("main"),
    ).rejects.toMatchObject({ remedy: "fix-input" });
    expect(
      await octokitSourceReader(connect("writer"), empty).readFile("a.md", "main"),
    ).toBeUndefined();
  });

  it.each(["secret", "nowhere"])("when %s is not to be seen", async (repo) => {
    const attempt = octokitSourceReader(connect("visitor"), { owner: "octo", repo });

    await expect(attempt.readRepository()).rejects.toThrow(
      `Cannot read the repository octo/${repo}: GitHub answered 200 with a fault (NOT_FOUND`,
    );
  });
});

function connect(token: string) {
  return buildOctokit({ auth: token, baseUrl: sandbox.url, version: "0" });
}
