import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitLaneReader } from "../../../../src/adapters/github/lane/octokit-lane-reader.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

afterEach(() => nock.cleanAll());

describe("a branch of plans that GitHub does not find", () => {
  it.each([
    ["is not there if other branches can be seen", 200, { object: { sha: "5ha" } }],
    ["is not there if the repository is empty", 409, { message: "Git Repository is empty." }],
  ])("%s", async (_, status, body) => {
    const { reader } = nockReader(status, body);

    expect(await reader.readPlanFiles()).toMatchObject({ head: undefined, files: new Map() });
  });

  it.each([
    [404, "Not Found", "fix-access"],
    [403, "Resource not accessible by integration", "fix-access"],
    [502, "Bad Gateway", "try-later"],
  ])("is unknown if the default branch answers %d", async (status, message, remedy) => {
    const { reader } = nockReader(status, { message });

    await expect(reader.readPlanFiles()).rejects.toMatchObject({ status, remedy });
  });
});

function nockReader(status: number, body: object) {
  const { octokit, github } = nockGitHub();
  github.post("/graphql").reply(200, { data: { repository: { ref: null } } });
  const repository = {
    name: "shop",
    owner: { login: "octo" },
    url: "https://github.test/octo/shop",
    isArchived: false,
    hasIssuesEnabled: true,
    viewerPermission: null,
    defaultBranchRef: status === 409 ? null : { name: "main", target: { oid: "5ha" } },
  };
  github.post("/graphql").reply(200, { data: { viewer: { login: "keysteps[bot]" }, repository } });
  github.get("/repos/octo/shop/git/ref/heads%2Fmain").reply(status, body);
  return { reader: octokitLaneReader(octokit, repoName, { appId: 1, login: "keysteps[bot]" }) };
}
