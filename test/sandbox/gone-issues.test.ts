import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

async function open() {
  const opened = await openSandbox();
  opened.sandbox.createRepository({ owner: "acme", name: "stock" });
  opened.sandbox.addToken("admin", { login: "ada", permission: "admin" });
  const made = [];
  for (const title of ["One", "Two", "Three"])
    made.push((await opened.octokit.rest.issues.create({ ...shop, title, labels: ["a"] })).data);
  return { ...opened, made };
}

async function mutate(url: string, token: string, query: string) {
  const answer = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { data?: unknown; errors?: readonly { message: string }[] };
}

describe("an issue that is deleted", () => {
  it("answers 410, leaves its links, and its number is never given again", async () => {
    const { sandbox, octokit, made } = await open();
    const [, two, three] = made;
    const { addBlockedByDependency, listDependenciesBlockedBy, create } = octokit.rest.issues;
    await addBlockedByDependency({ ...shop, issue_number: 2, issue_id: Number(three?.id) });

    const done = await mutate(
      sandbox.url,
      "admin",
      `mutation { deleteIssue(input: { issueId: "${three?.node_id}" }) { clientMutationId } }`,
    );

    expect(done.errors).toBeUndefined();
    const gone = await refusalOf(octokit.rest.issues.get({ ...shop, issue_number: 3 }));
    expect(gone).toMatchObject({ status: 410, message: "This issue was deleted" });
    const left = await listDependenciesBlockedBy({ ...shop, issue_number: Number(two?.number) });
    expect(left.data).toEqual([]);
    expect((await create({ ...shop, title: "Four" })).data.number).toBe(4);
    const seen = await mutate(sandbox.url, "admin", `{ node(id: "${three?.node_id}") { id } }`);
    expect(seen.errors?.[0]?.message).toContain("Could not resolve to a node");
    expect(sandbox.faultsOfOurs).toEqual([]);
  });

  it("is not deleted by who may only write", async () => {
    const { sandbox, made } = await open();
    sandbox.addToken("writer", { login: "wil", permission: "write" });

    const refused = await mutate(
      sandbox.url,
      "writer",
      `mutation { deleteIssue(input: { issueId: "${made[0]?.node_id}" }) { clientMutationId } }`,
    );

    expect(refused.errors?.[0]?.message).toBe("Viewer not authorized to delete");
    expect(sandbox.issues("acme/shop")).toHaveLength(3);
  });
});

describe("an issue that is transferred", () => {
  it("answers 301 with its new place, where it has a number of its own", async () => {
    const { sandbox, made } = await open();
    const target = await mutate(
      sandbox.url,
      "admin",
      `{ repository(owner: "acme", name: "stock") { id } }`,
    );
    const { id } = (target.data as { repository: { id: string } }).repository;

    const moved = await mutate(
      sandbox.url,
      "admin",
      `mutation { transferIssue(input: { issueId: "${made[1]?.node_id}", repositoryId: "${id}" }) {
        issue { number title repository { nameWithOwner } labels(first: 1) { totalCount } } } }`,
    );

    expect(moved.data).toEqual({
      transferIssue: {
        issue: {
          ...{ number: 1, title: "Two", labels: { totalCount: 0 } },
          repository: { nameWithOwner: "acme/stock" },
        },
      },
    });
    const answer = await fetch(`${sandbox.url}/repos/acme/shop/issues/2`, { redirect: "manual" });
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(`${sandbox.url}/repos/acme/stock/issues/1`);
    expect(sandbox.faultsOfOurs).toEqual([]);
  });
});
