import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { listPages } from "../../../src/adapters/github/list-pages.ts";
import { nockGitHub } from "../../support/nock-github.ts";

const attempt = { what: "list the labels", needs: "issues: read" };
const route = "GET /repos/{owner}/{repo}/labels";
const where = { owner: "octo", repo: "shop", sort: "name" };
const address = "/repos/octo/shop/labels";

afterEach(() => nock.cleanAll());

describe("listPages", () => {
  it("follows every next page and keeps the order", async () => {
    const { octokit, github } = nockGitHub();
    github
      .get(address)
      .query({ sort: "name", per_page: "100" })
      .reply(200, [1, 2], { link: linkTo("after=xyz&per_page=100&sort=name") })
      .get(address)
      .query({ sort: "name", per_page: "100", after: "xyz" })
      .reply(200, [3], { link: linkTo("page=3&per_page=100&sort=name") })
      .get(address)
      .query({ sort: "name", per_page: "100", page: "3" })
      .reply(200, [4], { link: '<https://github.test/api/x?page=1>; rel="first"' });

    const items = await listPages<number>(octokit, attempt, route, where);

    expect(items).toEqual([1, 2, 3, 4]);
    expect(github.isDone()).toBe(true);
  });

  it("never leaves the API, whatever a link names", async () => {
    const { octokit, github } = nockGitHub();
    github
      .get(address)
      .query(true)
      .reply(200, [1], { link: '<https://elsewhere.test/steal?page=2>; rel="next"' })
      .get(address)
      .query({ sort: "name", per_page: "100", page: "2" })
      .reply(200, [2]);

    expect(await listPages<number>(octokit, attempt, route, where)).toEqual([1, 2]);
  });

  it.each([
    ["fails", 502, {}],
    ["breaks off", 200, '[{"name": "wave:1"}, {"na'],
    ["is no list", 200, {}],
  ])("gives no list at all when a later page %s", async (_, status, body) => {
    const { octokit, github } = nockGitHub();
    github
      .get(address)
      .query(true)
      .reply(200, [1], { link: linkTo("page=2") })
      .get(address)
      .query(true)
      .reply(status, body, { "content-type": "application/json" });

    const attempted = listPages<number>(octokit, attempt, route, where);

    await expect(attempted).rejects.toMatchObject({ name: "GitHubError", remedy: "try-later" });
  });
});

function linkTo(query: string): string {
  return `<https://github.test/api/repositories/1/labels?${query}>; rel="next", <https://github.test/api/x?page=9>; rel="last"`;
}
