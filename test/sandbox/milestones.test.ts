import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("milestones and types", () => {
  it("stand on issues, and a milestone counts its issues", async () => {
    const { octokit } = await openSandbox();
    const { data } = await octokit.rest.issues.createMilestone({ ...shop, title: "First" });
    await octokit.rest.issues.create({ ...shop, title: "One", milestone: data.number });
    await octokit.rest.issues.create({ ...shop, title: "Two" });

    await octokit.rest.issues.update({ ...shop, issue_number: 2, milestone: data.number });
    await octokit.rest.issues.update({ ...shop, issue_number: 1, state: "closed" });

    const { data: listed } = await octokit.rest.issues.listMilestones(shop);
    expect(listed).toMatchObject([{ title: "First", open_issues: 1, closed_issues: 1 }]);
  });

  it("are refused where there is none of that number or name, or one already", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.createMilestone({ ...shop, title: "First" });

    const again = octokit.rest.issues.createMilestone({ ...shop, title: "first" });
    const unknown = octokit.rest.issues.create({ ...shop, title: "One", milestone: 9 });
    const untyped = octokit.rest.issues.create({ ...shop, title: "One", type: "Task" });

    expect((await refusalOf(again)).status).toBe(422);
    expect((await refusalOf(unknown)).status).toBe(422);
    expect((await refusalOf(untyped)).status).toBe(422);
  });

  it("are dropped without a word where the caller may not push", async () => {
    const { sandbox, octokit, as } = await openSandbox({ ownerType: "Organization" });
    sandbox.addToken("reader", { login: "eve", permission: "read" });
    sandbox.addIssueType("acme", "Task");
    await octokit.rest.issues.createMilestone({ ...shop, title: "First" });

    const wish = { ...shop, title: "One", milestone: 1, type: "Task" };
    const { data } = await as("reader").rest.issues.create(wish);

    expect(data.milestone).toBeNull();
    expect(data.type).toBeUndefined();
  });

  it("of an organisation are told of, and listed", async () => {
    const { sandbox, octokit } = await openSandbox({ ownerType: "Organization" });
    sandbox.addIssueType("acme", "Task");
    const app = sandbox.createApp({
      ...{ slug: "keeper", permissions: { issues: "read" }, events: ["issues"] },
    });
    sandbox.installApp(app, ["acme/shop"]);
    await octokit.rest.issues.createMilestone({ ...shop, title: "First" });

    const { data } = await octokit.rest.issues.create({ ...shop, title: "One", type: "task" });
    await octokit.rest.issues.update({ ...shop, issue_number: 1, milestone: 1 });
    await octokit.rest.issues.update({ ...shop, issue_number: 1, milestone: null });
    await sandbox.webhooksSettled();

    expect(data.type?.name).toBe("Task");
    const actions = sandbox.webhooks.deliveries.map(({ action }) => action);
    expect(actions).toEqual(expect.arrayContaining(["typed", "milestoned", "demilestoned"]));
  });
});

describe("a read that was made before", () => {
  it("is answered without a body where nothing changed", async () => {
    const { octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "One" });
    const read = (headers: Readonly<Record<string, string>>) =>
      octokit.request("GET /repos/{owner}/{repo}/issues/{issue_number}", {
        ...{ ...shop, issue_number: 1, headers },
      });
    const { headers } = await read({});
    const known = { "if-none-match": headers.etag ?? "" };

    const same = await read(known).catch((error: { status: number }) => error);
    await octokit.rest.issues.update({ ...shop, issue_number: 1, title: "Two" });
    const changed = await read(known);

    expect(same.status).toBe(304);
    expect(changed.status).toBe(200);
  });
});
