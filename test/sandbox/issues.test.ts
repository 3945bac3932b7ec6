import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("issues", () => {
  it("have a database id that is not their number, and one that is over 2^31", async () => {
    const { octokit } = await openSandbox();

    const { data } = await octokit.rest.issues.create({ ...shop, title: "A" });

    expect(data.number).toBe(1);
    expect(data.id).toBeGreaterThan(2 ** 31);
  });

  it("refuse texts over GitHub's limits, with the field", async () => {
    const { octokit } = await openSandbox();
    const { create } = octokit.rest.issues;

    const title = await refusalOf(create({ ...shop, title: "x".repeat(257) }));
    const body = await refusalOf(create({ ...shop, title: "A", body: "x".repeat(65_537) }));
    const fits = await create({ ...shop, title: "x".repeat(256), body: "x".repeat(65_536) });

    expect(title).toMatchObject({ status: 422, errors: [{ resource: "Issue", field: "title" }] });
    expect(body.errors).toMatchObject([
      { field: "body", message: "body is too long (maximum is 65536 characters)" },
    ]);
    expect(fits.status).toBe(201);
  });

  it("close with a reason and open again", async () => {
    const { octokit } = await openSandbox({ now: () => Date.parse("2026-01-02T03:04:05.678Z") });
    await octokit.rest.issues.create({ ...shop, title: "A" });
    const { update } = octokit.rest.issues;

    const one = { ...shop, issue_number: 1 };
    const closed = await update({ ...one, state: "closed", state_reason: "not_planned" });
    const reopened = await update({ ...one, state: "open" });

    expect(closed.data).toMatchObject({
      ...{ state: "closed", state_reason: "not_planned" },
      ...{ closed_at: "2026-01-02T03:04:05Z", closed_by: { login: "mona" } },
    });
    expect(reopened.data).toMatchObject({ state_reason: "reopened", closed_at: null });
  });

  it("are listed with pull requests among them, newest first, open ones by default", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { create, update, listForRepo } = octokit.rest.issues;
    await create({ ...shop, title: "A" });
    await create({ ...shop, title: "B" });
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    await octokit.rest.pulls.create({ ...shop, title: "C", head: "topic", base: "main" });
    await update({ ...shop, issue_number: 1, state: "closed" });

    const open = await listForRepo(shop);
    const all = await listForRepo({ ...shop, state: "all", direction: "asc" });

    expect(open.data.map((issue) => issue.title)).toEqual(["C", "B"]);
    expect(open.data.map((issue) => issue.pull_request !== undefined)).toEqual([true, false]);
    expect(all.data.map((issue) => issue.title)).toEqual(["A", "B", "C"]);
  });

  it("are filtered by labels, creator, assignee and time", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const { sandbox, octokit, as } = await openSandbox({ now: () => now });
    sandbox.addToken("other", { login: "hubot" });
    const { create, listForRepo } = octokit.rest.issues;
    await create({ ...shop, title: "A", labels: ["x", "y"], assignees: ["hubot"] });
    now += 60_000;
    await as("other").rest.issues.create({ ...shop, title: "B", labels: ["x"] });
    const titles = async (query: Parameters<typeof listForRepo>[0]) =>
      (await listForRepo(query)).data.map((issue) => issue.title);

    expect(await titles({ ...shop, labels: "X,y" })).toEqual(["A"]);
    expect(await titles({ ...shop, creator: "hubot" })).toEqual(["B"]);
    expect(await titles({ ...shop, assignee: "hubot" })).toEqual(["A"]);
    expect(await titles({ ...shop, assignee: "none" })).toEqual(["B"]);
    expect(await titles({ ...shop, since: "2026-01-01T00:01:00Z" })).toEqual(["B"]);
  });

  it("come in pages with links to walk them, a hundred at most", async () => {
    const { sandbox, octokit } = await openSandbox();
    for (let n = 1; n <= 103; n++) await octokit.rest.issues.create({ ...shop, title: `${n}` });

    const big = await octokit.rest.issues.listForRepo({ ...shop, per_page: 500 });
    const all = await octokit.paginate(octokit.rest.issues.listForRepo, { ...shop, per_page: 20 });

    expect(big.data).toHaveLength(100);
    expect(all.map((issue) => issue.number)).toEqual([...Array(103).keys()].map((n) => 103 - n));
    expect(sandbox.counts().reads).toBe(7);
  });

  it("keep people who are not assignable out without a word", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });

    const { data } = await octokit.rest.issues.addAssignees({
      ...{ ...shop, issue_number: 1 },
      assignees: ["mona", "nobody-known"],
    });

    expect(data.assignees?.map((user) => user.login)).toEqual(["mona"]);
  });

  it("refuse an empty comment and one that is too long", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });
    const comment = { ...shop, issue_number: 1 };
    const { createComment } = octokit.rest.issues;

    const empty = await refusalOf(createComment({ ...comment, body: " " }));
    const long = await refusalOf(createComment({ ...comment, body: "x".repeat(65_537) }));

    expect([empty.status, long.status]).toEqual([422, 422]);
  });
});
