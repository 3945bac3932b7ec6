import { afterEach, expect, it } from "@jest/globals";
import nock from "nock";
import { buildOctokit } from "../../../src/adapters/github/build-octokit.ts";

afterEach(() => nock.cleanAll());

it("says who asks, with which token and in which version of the API", async () => {
  const octokit = buildOctokit({
    auth: "t0ken",
    baseUrl: "https://github.test/api/",
    version: "1.2",
  });
  const github = nock("https://github.test/api", {
    reqheaders: {
      authorization: "token t0ken",
      "user-agent": /^keysteps\/1\.2 /,
      "x-github-api-version": "2022-11-28",
    },
  })
    .get("/user")
    .reply(200, { login: "octocat" });

  await octokit.request("GET /user");

  expect(github.isDone()).toBe(true);
});

it("talks to github.com unless told otherwise", async () => {
  const octokit = buildOctokit({ auth: "t0ken", version: "1.2" });
  const github = nock("https://api.github.com").get("/user").reply(200, { login: "octocat" });

  await octokit.request("GET /user");

  expect(github.isDone()).toBe(true);
});
