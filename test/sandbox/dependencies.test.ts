import { describe, expect, it } from "@jest/globals";
import { type OpenSandbox, openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("blocked-by links", () => {
  it("are made by the blocker's database id and counted on both sides", async () => {
    //  1 blocks 2
    const { octokit } = await openSandbox();
    const [one] = await createIssues(octokit, 2);

    await octokit.rest.issues.addBlockedByDependency({
      ...shop,
      issue_number: 2,
      issue_id: id(one),
    });

    const { get } = octokit.rest.issues;
    const blocker = await get({ ...shop, issue_number: 1 });
    const blocked = await get({ ...shop, issue_number: 2 });
    expect(blocker.data.issue_dependencies_summary).toMatchObject({ blocking: 1, blocked_by: 0 });
    expect(blocked.data.issue_dependencies_summary).toMatchObject({ blocking: 0, blocked_by: 1 });
  });

  it("count open blockers apart from all", async () => {
    const { octokit } = await openSandbox();
    const [one] = await createIssues(octokit, 2);
    await octokit.rest.issues.addBlockedByDependency({
      ...shop,
      issue_number: 2,
      issue_id: id(one),
    });

    await octokit.rest.issues.update({ ...shop, issue_number: 1, state: "closed" });

    const { data } = await octokit.rest.issues.get({ ...shop, issue_number: 2 });
    expect(data.issue_dependencies_summary).toMatchObject({ blocked_by: 0, total_blocked_by: 1 });
  });

  it("are refused twice, to itself, to a number and to a pull request", async () => {
    const { sandbox, octokit } = await openSandbox();
    const [one, two] = await createIssues(octokit, 2);
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    await octokit.rest.pulls.create({ ...shop, title: "C", head: "topic", base: "main" });
    const pull = await octokit.rest.issues.get({ ...shop, issue_number: 3 });
    const link = (issue_id: number) =>
      octokit.rest.issues.addBlockedByDependency({ ...shop, issue_number: 2, issue_id });

    await link(id(one));
    const refusals = [
      await refusalOf(link(id(one))),
      await refusalOf(link(id(two))),
      await refusalOf(link(id(pull.data))),
      await refusalOf(link(1)),
    ];

    expect(refusals.map(({ status, message }) => [status, message])).toEqual([
      [422, "Validation failed: Target issue has already been taken"],
      [422, "Validation failed: Issue may not be blocked by itself"],
      [422, "Validation failed: Target issue may only be an issue"],
      [404, "Not Found"],
    ]);
    expect(sandbox.blockersOf("acme/shop", 2)).toEqual([1]);
  });

  it("are 50 on one issue at most", async () => {
    const { octokit } = await openSandbox();
    const issues = await createIssues(octokit, 52);
    const link = (blocker: { id: number | bigint } | undefined) =>
      octokit.rest.issues.addBlockedByDependency({
        ...{ ...shop, issue_number: 52 },
        issue_id: id(blocker),
      });
    for (const issue of issues.slice(0, 50)) await link(issue);

    const refusal = await refusalOf(link(issues[50]));

    expect(refusal.status).toBe(422);
  });

  it("go across repositories", async () => {
    const { sandbox, octokit } = await openSandbox();
    const lib = sandbox.createRepository({ owner: "acme", name: "lib" });
    const there = await octokit.rest.issues.create({ owner: "acme", repo: "lib", title: "L" });
    await createIssues(octokit, 1);

    const place = { ...shop, issue_number: 1 };
    await octokit.rest.issues.addBlockedByDependency({ ...place, issue_id: id(there.data) });

    const { data } = await octokit.rest.issues.listDependenciesBlockedBy(place);
    expect(data.map((issue) => issue.repository_url)).toEqual([`${sandbox.url}/repos/acme/lib`]);
    expect(lib.issues.size).toBe(1);
  });

  it("are removed without complaint where there is none", async () => {
    const { octokit } = await openSandbox();
    const [one] = await createIssues(octokit, 2);

    const { status } = await octokit.rest.issues.removeDependencyBlockedBy({
      ...{ ...shop, issue_number: 2 },
      issue_id: id(one),
    });

    expect(status).toBe(200);
  });
});

async function createIssues(octokit: OpenSandbox["octokit"], count: number) {
  const issues = [];
  for (let n = 1; n <= count; n++) {
    issues.push((await octokit.rest.issues.create({ ...shop, title: `Issue ${n}` })).data);
  }
  return issues;
}

function id(issue: { readonly id: number | bigint } | undefined): number {
  return Number(issue?.id);
}
