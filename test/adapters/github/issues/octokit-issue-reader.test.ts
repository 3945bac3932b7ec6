import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitIssueReader } from "../../../../src/adapters/github/issues/octokit-issue-reader.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

afterEach(() => nock.cleanAll());

const aRef = (number: number) => ({ number, nodeId: `I_${number}`, databaseId: 9000 + number });
const quietNode = {
  author: { __typename: "Bot", login: "github-actions" },
  title: "Task",
  body: "body",
  state: "OPEN",
  stateReason: null,
  repository: { id: "R_1" },
  ...{ labels: nodes(), assignees: nodes(), blockedBy: nodes() },
  closedByPullRequestsReferences: nodes(),
  ...{ parent: null, subIssuesSummary: { total: 0 }, milestone: null, issueType: null },
  closings: { nodes: [] },
};
const aNode = (number: number, other: object = {}) => ({
  id: `I_${number}`,
  number,
  fullDatabaseId: String(9000 + number),
  ...quietNode,
  ...other,
});

function nodes(list: readonly object[] = [], hasNextPage = false) {
  return { nodes: list, pageInfo: { hasNextPage, endCursor: null } };
}

describe("octokitIssueReader", () => {
  it("gives a bot the name that REST knows it by, and says who is gone", async () => {
    const { octokit, github } = nockGitHub();
    const data = {
      repository: { id: "R_1", labels: nodes() },
      nodes: [aNode(1), aNode(2, { author: null })],
      more: [],
    };
    github.post("/graphql").reply(200, { data });

    const { issues } = await octokitIssueReader(octokit, repoName).observe([aRef(1), aRef(2)]);

    expect(issues.map(({ authorLogin }) => authorLogin)).toEqual(["github-actions[bot]", "ghost"]);
  });

  it("leaves out an issue that lives in another repository now", async () => {
    const { octokit, github } = nockGitHub();
    const moved = aNode(1, { repository: { id: "R_2" } });
    const data = { repository: { id: "R_1", labels: nodes() }, nodes: [moved, {}, null], more: [] };
    github.post("/graphql").reply(200, { data });

    const { issues } = await octokitIssueReader(octokit, repoName).observe([aRef(1)]);

    expect(issues).toEqual([]);
  });

  it("never takes a part of the links for all of them", async () => {
    const { octokit, github } = nockGitHub();
    const blockers = nodes([{ fullDatabaseId: "1" }], true);
    const data = {
      repository: { id: "R_1", labels: nodes() },
      nodes: [aNode(1, { blockedBy: blockers })],
      more: [],
    };
    github.post("/graphql").reply(200, { data });

    const attempt = octokitIssueReader(octokit, repoName).observe([aRef(1)]);

    await expect(attempt).rejects.toThrow(/the blockers of #1/);
  });

  it("asks over REST, issue by issue, where GraphQL does not know of links", async () => {
    const { octokit, github } = nockGitHub();
    const unknown = { message: "Field blockedBy", extensions: { code: "undefinedField" } };
    github
      .post("/graphql")
      .reply(200, { errors: [unknown] })
      .get("/repos/octo/shop/issues/1")
      .reply(200, anIssue(1))
      .get("/repos/octo/shop/issues/2")
      .reply(404, { message: "Not Found" })
      .get("/repos/octo/shop/issues/3")
      .reply(200, anIssue(3, { issue_dependencies_summary: { total_blocked_by: 1 }, ...aChild }))
      .get("/repos/octo/shop/issues/3/dependencies/blocked_by")
      .query({ per_page: "100" })
      .reply(200, [anIssue(1)])
      .get("/repos/octo/shop/issues/3/parent")
      .reply(200, anIssue(7))
      .get("/repos/octo/shop/labels")
      .query({ per_page: "100" })
      .reply(200, [{ name: "bug", color: "d73a4a", description: null }]);

    const refs = [aRef(1), aRef(2), aRef(3)];
    const reader = octokitIssueReader(octokit, repoName);
    const { issues, labels, hasFamilies } = await reader.observe(refs);

    expect(issues.map(({ number, blockedBy, parent }) => [number, blockedBy, parent])).toEqual([
      [1, [], undefined],
      [3, [9001], 9007],
    ]);
    expect(hasFamilies).toBe(true);
    expect(labels).toEqual([{ name: "bug", color: "d73a4a", description: "" }]);
  });
});

const aChild = {
  sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
  parent_issue_url: "https://api.github.com/repos/octo/shop/issues/7",
};

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
