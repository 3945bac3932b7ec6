import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitIssueReader } from "../../../src/adapters/github/octokit-issue-reader.ts";
import { nockGitHub, repoName } from "../../support/nock-github.ts";

const issuesOf = (creator: string) => ({
  creator,
  state: "all",
  sort: "created",
  direction: "asc",
  per_page: "100",
});

afterEach(() => nock.cleanAll());

describe("octokitIssueReader", () => {
  it("reads the login behind a token, a bot's too", async () => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, { data: { viewer: { login: "keysteps[bot]" } } });

    expect(await octokitIssueReader(octokit, repoName).readLogin()).toBe("keysteps[bot]");
  });

  it("takes a token without a name for that of Actions", async () => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, { data: { viewer: null } });

    expect(await octokitIssueReader(octokit, repoName).readLogin()).toBe("github-actions[bot]");
  });

  it.each([
    [401, "fix-access"],
    [403, "try-later"],
  ])("does not take a %d for a token of Actions", async (status, remedy) => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(status, { message: "rate limit" });

    const attempt = octokitIssueReader(octokit, repoName).readLogin();

    await expect(attempt).rejects.toMatchObject({ status, remedy });
  });

  it("lists the issues of each login once, without pull requests", async () => {
    const { octokit, github } = nockGitHub();
    github
      .get("/repos/octo/shop/issues")
      .query(issuesOf("octocat"))
      .reply(200, [anIssue(1), anIssue(2, { pull_request: {} }), anIssue(3)])
      .get("/repos/octo/shop/issues")
      .query(issuesOf("github-actions[bot]"))
      .reply(200, [anIssue(4)]);

    const issues = await octokitIssueReader(octokit, repoName).listIssuesBy([
      "octocat",
      "github-actions[bot]",
      "octocat",
    ]);

    expect(issues.map(({ number }) => number)).toEqual([1, 3, 4]);
  });

  it("gives an issue in our words", async () => {
    const { octokit, github } = nockGitHub();
    const issue = anIssue(7, {
      body: null,
      state: "closed",
      state_reason: "not_planned",
      labels: ["bug", { name: "wave:1" }],
      user: null,
    });
    github.get("/repos/octo/shop/issues").query(true).reply(200, [issue]);

    const issues = await octokitIssueReader(octokit, repoName).listIssuesBy(["octocat"]);

    expect(issues).toEqual([
      {
        number: 7,
        nodeId: "I_7",
        databaseId: 9007,
        title: "Issue 7",
        body: "",
        state: "closed",
        stateReason: "not_planned",
        labels: ["bug", "wave:1"],
        authorLogin: "ghost",
        blockedBy: [],
      },
    ]);
  });

  it("asks for the blockers of an issue that has any, closed ones too", async () => {
    const { octokit, github } = nockGitHub();
    const counted = { issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 1 } };
    github
      .get("/repos/octo/shop/issues")
      .query(true)
      .reply(200, [anIssue(1), anIssue(2, counted)]);
    nockBlockers(github, 2, [anIssue(1)]);

    const issues = await octokitIssueReader(octokit, repoName).listIssuesBy(["octocat"]);

    expect(issues.map(({ blockedBy }) => blockedBy)).toEqual([[], [9001]]);
  });

  it("asks for blockers where GitHub does not count them", async () => {
    const { octokit, github } = nockGitHub();
    const uncounted = anIssue(2, { issue_dependencies_summary: undefined });
    github.get("/repos/octo/shop/issues").query(true).reply(200, [uncounted]);
    nockBlockers(github, 2, [anIssue(5), anIssue(6)]);

    const [issue] = await octokitIssueReader(octokit, repoName).listIssuesBy(["octocat"]);

    expect(issue?.blockedBy).toEqual([9005, 9006]);
  });

  it("lists label definitions, with an empty description for none", async () => {
    const { octokit, github } = nockGitHub();
    const labels = [
      { name: "wave:1", color: "0e8a16", description: "First wave", id: 1 },
      { name: "bug", color: "d73a4a", description: null, id: 2 },
    ];
    github.get("/repos/octo/shop/labels").query({ per_page: "100" }).reply(200, labels);

    expect(await octokitIssueReader(octokit, repoName).listLabels()).toEqual([
      { name: "wave:1", color: "0e8a16", description: "First wave" },
      { name: "bug", color: "d73a4a", description: "" },
    ]);
  });
});

function nockBlockers(github: nock.Scope, number: number, blockers: readonly object[]): void {
  github
    .get(`/repos/octo/shop/issues/${number}/dependencies/blocked_by`)
    .query({ per_page: "100" })
    .reply(200, [...blockers]);
}

function anIssue(number: number, other: object = {}): object {
  return {
    number,
    node_id: `I_${number}`,
    id: 9000 + number,
    title: `Issue ${number}`,
    body: "body",
    state: "open",
    state_reason: null,
    labels: [],
    user: { login: "octocat" },
    issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 0 },
    ...other,
  };
}
