import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { readIssues } from "../../../../src/adapters/github/lane/read-issues.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

const shop = { id: "R_shop", nameWithOwner: "octo/shop" };
const api = { id: "R_api", nameWithOwner: "octo/api" };

afterEach(() => nock.cleanAll());

describe("readIssues", () => {
  it.each([
    ["COMPLETED", "completed"],
    ["NOT_PLANNED", "not_planned"],
    ["DUPLICATE", "duplicate"],
    ["REOPENED", "reopened"],
    [null, undefined],
  ])("gives the reason %s in our words", async (stateReason, expected) => {
    const issues = await readNodes([anIssue(1, { state: "CLOSED", stateReason })]);

    expect(issues.get("I_1")).toMatchObject({ state: "closed", stateReason: expected });
  });

  it("names a blocker of another repository, since its number says nothing here", async () => {
    const blockedBy = aPage([anIssue(5), anIssue(5, { id: "I_far", repository: api })]);

    const issues = await readNodes([anIssue(1, { blockedBy })]);

    const blockers = issues.get("I_1")?.blockedBy;
    expect(blockers?.map(({ elsewhere }) => elsewhere)).toEqual([undefined, "octo/api#5"]);
  });

  it("counts a blocker that it may not see as open", async () => {
    const errors = [{ type: "FORBIDDEN", path: ["nodes", 0, "blockedBy", "nodes", 0] }];

    const issues = await readNodes([anIssue(1, { blockedBy: aPage([null]) })], errors);

    expect(issues.get("I_1")?.blockedBy).toMatchObject([
      { state: "open", elsewhere: "an issue that the App may not read" },
    ]);
  });

  it("leaves out what was moved to another repository or is no issue", async () => {
    const issues = await readNodes([anIssue(1, { repository: api }), {}, null, anIssue(4)]);

    expect([...issues.keys()]).toEqual(["I_4"]);
  });

  it.each(["labels", "assignees", "blockedBy"])("never gives %s with a gap", async (list) => {
    const attempt = readNodes([anIssue(7, { [list]: aPage([], true) })]);

    await expect(attempt).rejects.toThrow(/^Cannot read the (labels|assignees|blockers) of #7:/);
  });

  it.each([
    { type: "FORBIDDEN", path: ["nodes", 0] },
    { type: "NOT_FOUND", path: ["repository"] },
    { type: "NOT_FOUND", path: ["nodes", 0, "labels"] },
  ])("fails on any other fault: %j", async (fault) => {
    await expect(readNodes([null], [fault])).rejects.toMatchObject({ remedy: "fix-access" });
  });
});

function readNodes(nodes: readonly unknown[], errors?: readonly object[]) {
  const { octokit, github } = nockGitHub();
  const answer = { data: { repository: { id: "R_shop" }, nodes }, errors };
  github.post("/graphql").reply(200, answer);
  return readIssues(
    octokit,
    repoName,
    nodes.map((_, index) => `I_${index + 1}`),
  );
}

function anIssue(number: number, other: object = {}): object {
  return {
    id: `I_${number}`,
    fullDatabaseId: `900${number}`,
    number,
    state: "OPEN",
    stateReason: null,
    repository: shop,
    closedAt: null,
    labels: aPage([]),
    assignees: aPage([]),
    blockedBy: aPage([]),
    ...other,
  };
}

function aPage(nodes: readonly unknown[], hasNextPage = false) {
  return { nodes, pageInfo: { hasNextPage } };
}
