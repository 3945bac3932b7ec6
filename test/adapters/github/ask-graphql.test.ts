import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { askGraphql } from "../../../src/adapters/github/ask-graphql.ts";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";
import { nockGitHub } from "../../support/nock-github.ts";

const question = {
  what: "read the viewer",
  needs: "issues: read",
  query: "query { viewer { login } }",
  variables: { a: 1 },
};
const data = { viewer: { login: "mona" } };

afterEach(() => nock.cleanAll());

describe("askGraphql", () => {
  it("gives the data", async () => {
    const { octokit, github } = nockGitHub();
    const { query, variables } = question;
    github.post("/graphql", { query, variables }).reply(200, { data });

    expect(await askGraphql(octokit, question)).toEqual(data);
  });

  it("asks a GitHub Enterprise Server beside its REST API", async () => {
    nockGitHub();
    const baseUrl = "https://ghes.test/api/v3";
    const octokit = buildOctokit({ auth: "t0ken", baseUrl, version: "0" });
    nock("https://ghes.test").post("/api/graphql").reply(200, { data });

    expect(await askGraphql(octokit, question)).toEqual(data);
  });

  it.each([
    ["NOT_FOUND", "fix-access"],
    ["FORBIDDEN", "fix-access"],
    ["INSUFFICIENT_SCOPES", "fix-access"],
    ["RATE_LIMITED", "try-later"],
    ["SOMETHING_NEW", "try-later"],
    [undefined, "try-later"],
  ])("takes a fault of type %s beside the data for an error: %s", async (type, remedy) => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, { data, errors: [{ type, message: "It is\nso" }] });

    const attempt = askGraphql(octokit, question);

    await expect(attempt).rejects.toMatchObject({ name: "GitHubError", remedy });
    await expect(attempt).rejects.toThrow(/^Cannot read the viewer: .*It is so/);
  });

  it("tells of a limit before all else, since the rest may come of it", async () => {
    const { octokit, github } = nockGitHub();
    const errors = [{ type: "FORBIDDEN" }, { type: "RATE_LIMITED", message: "slow down" }];
    github.post("/graphql").reply(200, { data: null, errors });

    await expect(askGraphql(octokit, question)).rejects.toMatchObject({
      remedy: "try-later",
      message: expect.stringContaining("slow down"),
    });
  });

  it("names the mend where GitHub does not know a field", async () => {
    const { octokit, github } = nockGitHub();
    const message = "Field 'blockedBy' doesn't exist on type 'Issue'";
    github
      .post("/graphql")
      .reply(200, { errors: [{ message, extensions: { code: "undefinedField" } }] });

    await expect(askGraphql(octokit, question)).rejects.toMatchObject({
      remedy: "fix-input",
      message: expect.stringContaining("too old"),
    });
  });

  it("bears what the caller bears, and nothing else", async () => {
    const { octokit, github } = nockGitHub();
    const errors = [{ type: "NOT_FOUND", path: ["nodes", 0] }];
    github.post("/graphql").times(2).reply(200, { data, errors });
    const isBearable = () => true;

    expect(await askGraphql(octokit, { ...question, isBearable })).toEqual(data);
    await expect(askGraphql(octokit, question)).rejects.toThrow("NOT_FOUND");
  });

  it.each([{}, { data: null }])("does not take %j for an answer", async (answer) => {
    const { octokit, github } = nockGitHub();
    github.post("/graphql").reply(200, answer);

    await expect(askGraphql(octokit, question)).rejects.toMatchObject({ remedy: "try-later" });
  });

  it("sorts a refusal as for any request", async () => {
    const { octokit, github } = nockGitHub();
    github
      .post("/graphql")
      .reply(403, { message: "secondary rate limit" }, { "retry-after": "60" });

    await expect(askGraphql(octokit, question)).rejects.toMatchObject({
      remedy: "try-later",
      status: 403,
    });
  });
});
