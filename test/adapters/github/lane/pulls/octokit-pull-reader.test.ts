import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitPullReader } from "../../../../../src/adapters/github/lane/pulls/octokit-pull-reader.ts";
import { nockGitHub, repoName } from "../../../../support/nock-github.ts";

const renamed = { filename: "b.sql", status: "renamed", previous_filename: "a.sql" };

afterEach(() => nock.cleanAll());

describe("octokitPullReader", () => {
  it.each([
    ["GitHub gives none", { files: null }],
    ["fewer are listed than were changed", { changedFiles: 2 }],
    ["one is not shown", { files: aPage([aFile("a.md"), null]), changedFiles: 2 }],
  ])("does not know the files where %s", async (_, other) => {
    const { reader, github } = nockReader();
    answer(github, aList([aPull(1, other)]));

    const [pull] = await reader.listOpenPulls();

    expect(pull?.files).toBeUndefined();
  });

  it("asks for the old names of moved files, at the same head", async () => {
    const { reader, github } = nockReader();
    answer(github, aList([aPull(1, { files: aPage([aFile("b.sql", "RENAMED")]) })]));
    github.get("/repos/octo/shop/pulls/1/files").query(true).reply(200, [renamed]);
    answer(github, { repository: { pullRequest: { headRefOid: "sha-1" } } });

    const [pull] = await reader.listOpenPulls();

    expect(pull?.files).toEqual(["b.sql", "a.sql"]);
  });

  it.each([
    ["the head moved on", [renamed], "sha-2", 1],
    ["GitHub lists no further", [renamed], "sha-1", 3001],
  ])("does not know the files where %s", async (_, files, headRefOid, changedFiles) => {
    const { reader, github } = nockReader();
    const first = aPage([aFile("b.sql", "RENAMED")], true);
    answer(github, aList([aPull(1, { files: first, changedFiles })]));
    github.get("/repos/octo/shop/pulls/1/files").query(true).reply(200, files);
    answer(github, { repository: { pullRequest: { headRefOid } } });

    const [pull] = await reader.listOpenPulls();

    expect(pull?.files).toBeUndefined();
  });

  it("reads on where a pull request closes more issues than fit on a page, and only ours", async () => {
    const { reader, github } = nockReader();
    const closing = (numbers: readonly number[], hasNextPage: boolean) =>
      aPage(
        numbers.map((number) => ({ number, repository: { id: number < 9 ? "R_shop" : "R_api" } })),
        hasNextPage,
      );
    answer(github, aList([aPull(1, { closingIssuesReferences: closing([1, 9], true) })]));
    answer(github, {
      repository: { pullRequest: { closingIssuesReferences: closing([2, 10], false) } },
    });

    const [pull] = await reader.listOpenPulls();

    expect(pull?.closes).toEqual([1, 2]);
  });

  it("finds a merged pull request that changed, and so moved to the front, while it read", async () => {
    const { reader, github } = nockReader();
    const [p1, p2, p3] = [aMerged(1, 10), aMerged(2, 20), aMerged(3, 30)];
    answer(github, aList([p3], true));
    answer(github, aList([p1])); // #2 has just gone to the front
    answer(github, aList([aMerged(2, 40), p3], true));
    answer(github, aList([p3, p1]));
    answer(github, aList([aMerged(2, 40), p3], true));

    const pulls = await reader.listMergedPulls(Date.parse(p1.mergedAt));

    expect(pulls.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
    expect(p2.number).toBe(2);
  });

  it("ends although many were changed in one second", async () => {
    const { reader, github } = nockReader();
    for (let round = 0; round < 2; round++) {
      answer(github, aList([aMerged(1, 10)], true));
      if (round === 0) answer(github, aList([aMerged(2, 10)]));
    }

    const pulls = await reader.listMergedPulls(Date.UTC(2026, 0, 1));

    expect(pulls.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("fails where a page fails: a list with a gap is never given", async () => {
    const { reader, github } = nockReader();
    answer(github, aList([aPull(1)], true));
    github.post("/graphql").reply(502, "Bad Gateway");

    await expect(reader.listOpenPulls()).rejects.toMatchObject({ remedy: "try-later" });
  });
});

function nockReader() {
  const { octokit, github } = nockGitHub();
  return { reader: octokitPullReader(octokit, repoName), github };
}

function answer(github: nock.Scope, data: object): void {
  github.post("/graphql").reply(200, { data });
}

function aList(pulls: readonly object[], hasNextPage = false) {
  return { repository: { id: "R_shop", pullRequests: aPage(pulls, hasNextPage) } };
}

function aPull(number: number, other: object = {}) {
  return {
    number,
    headRefOid: `sha-${number}`,
    state: "OPEN",
    mergedAt: null,
    updatedAt: "2026-01-01T00:00:00Z",
    baseRefName: "main",
    changedFiles: 1,
    labels: aPage([]),
    files: aPage([aFile("a.md")]),
    closingIssuesReferences: aPage([]),
    ...other,
  };
}

function aMerged(number: number, second: number) {
  const at = `2026-01-01T00:00:${second}Z`;
  return { ...aPull(number, { state: "MERGED", updatedAt: at }), mergedAt: at, number };
}

function aFile(path: string, changeType = "MODIFIED") {
  return { path, changeType };
}

function aPage(nodes: readonly unknown[], hasNextPage = false) {
  return { nodes, pageInfo: { hasNextPage, endCursor: hasNextPage ? "next" : null } };
}
