import { getOctokit } from "@actions/github";
import { describe, expect, it } from "@jest/globals";
import { checkAnswer } from "../../src/sandbox/http/check-answer.ts";
import { startSandbox } from "../../src/sandbox/start-sandbox.ts";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("validation", () => {
  it("refuses a field of the body that GitHub does not know", async () => {
    const { octokit } = await openSandbox();
    const sent = { ...shop, title: "A", blocked_by: [1] };

    const refusal = await refusalOf(octokit.request("POST /repos/{owner}/{repo}/issues", sent));

    expect(refusal).toMatchObject({
      status: 422,
      message: 'Invalid request.\n\n"blocked_by" is not a permitted key.',
    });
  });

  it("refuses a body of the wrong type and names the field", async () => {
    const { octokit } = await openSandbox();
    const sent = { ...shop, title: "A", labels: "bug" as unknown as string[] };

    const refusal = await refusalOf(octokit.rest.issues.create(sent));

    expect(refusal.status).toBe(422);
    expect(refusal.message).toContain(`For 'labels', "bug" must be array.`);
  });

  it("refuses a body without a field that GitHub wants", async () => {
    const { octokit } = await openSandbox();

    const refusal = await refusalOf(
      octokit.request("POST /repos/{owner}/{repo}/issues", { ...shop } as never),
    );

    expect(refusal.message).toContain(`"title" wasn't supplied.`);
  });

  it("refuses a query field that GitHub does not know, or of the wrong type", async () => {
    const { octokit } = await openSandbox();
    const route = "GET /repos/{owner}/{repo}/issues";

    const unknown = await refusalOf(octokit.request(route, { ...shop, labls: "a" }));
    const wrong = await refusalOf(octokit.request(route, { ...shop, page: "two" as never }));

    expect(unknown.message).toContain(`"labls" is not a permitted key.`);
    expect(wrong).toMatchObject({ status: 422 });
  });

  it("refuses what is not JSON", async () => {
    const { sandbox } = await openSandbox();

    const response = await fetch(`${sandbox.url}/repos/acme/shop/issues`, {
      method: "POST",
      headers: { authorization: "token write-token" },
      body: "{",
    });

    expect([response.status, await response.json()]).toMatchObject([
      400,
      { message: "Problems parsing JSON" },
    ]);
  });

  it("refuses a version of the API that GitHub does not serve", async () => {
    const { octokit } = await openSandbox();
    const headers = { "x-github-api-version": "2021-01-01" };

    const refusal = await refusalOf(
      octokit.request("GET /repos/{owner}/{repo}", { ...shop, headers }),
    );

    expect(refusal.status).toBe(400);
  });

  it("answers HEAD as GET, without the body", async () => {
    const { sandbox } = await openSandbox();

    const response = await fetch(`${sandbox.url}/repos/acme/shop`, { method: "HEAD" });

    expect([response.status, await response.text()]).toEqual([200, ""]);
  });

  it("owns up to what it does not play, and the fault stands in its list", async () => {
    const sandbox = await startSandbox();
    sandbox.createRepository({ owner: "acme", name: "shop" });

    const response = await fetch(`${sandbox.url}/repos/acme/shop/issues?milestone=1`);
    await sandbox.close();

    expect(response.status).toBe(500);
    expect(sandbox.faultsOfOurs).toEqual(["issues/list-for-repo: does not play milestone"]);
  });

  it("finds an answer that is not as described", () => {
    const faults = checkAnswer("issues/get", { status: 200, body: { id: "one" } });

    expect(faults.length).toBeGreaterThan(0);
  });

  it("answers an unknown path with 404 and writes it down", async () => {
    const { sandbox, octokit } = await openSandbox();

    await refusalOf(octokit.request("GET /repos/{owner}/{repo}/teapots", shop));

    expect(sandbox.requests.at(-1)).toMatchObject({
      ...{ path: "/repos/acme/shop/teapots", operationId: undefined },
      ...{ status: 404, kind: "read", login: "mona" },
    });
  });

  it("serves the prefix of GitHub Enterprise Server too, with links under it", async () => {
    const { sandbox, octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });
    await octokit.rest.issues.create({ ...shop, title: "B" });
    const enterprise = getOctokit("write-token", { baseUrl: `${sandbox.url}/api/v3` });

    const { data, headers } = await enterprise.rest.issues.listForRepo({ ...shop, per_page: 1 });

    expect(data.map((issue) => issue.title)).toEqual(["B"]);
    expect(headers.link).toContain(
      `<${sandbox.url}/api/v3/repos/acme/shop/issues?per_page=1&page=2>`,
    );
  });
});
