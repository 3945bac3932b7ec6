import { describe, expect, it } from "@jest/globals";
import { type OpenSandbox, openSandbox, refusalOf, shop } from "./open-sandbox.ts";

const failed = "An error occurred while adding the sub-issue to the parent issue.";

describe("sub-issues", () => {
  it("are counted, and known from both sides", async () => {
    //  1 ─┬─ 2
    //     └─ 3
    const { sandbox, octokit } = await openSandbox();
    const [, two, three] = await createIssues(octokit, 3);

    await addChild(octokit, 1, two);
    await addChild(octokit, 1, three);
    await octokit.rest.issues.update({ ...shop, issue_number: 2, state: "closed" });

    const { get, getParent, listSubIssues } = octokit.rest.issues;
    const parent = await get({ ...shop, issue_number: 1 });
    const child = await get({ ...shop, issue_number: 2 });
    const children = await listSubIssues({ ...shop, issue_number: 1 });
    const above = await getParent({ ...shop, issue_number: 3 });
    const summary = { total: 2, completed: 1, percent_completed: 50 };
    expect(parent.data).toMatchObject({ sub_issues_summary: summary, parent_issue_url: null });
    expect(child.data.parent_issue_url).toBe(parent.data.url);
    expect(children.data.map(({ number }) => number)).toEqual([2, 3]);
    expect(above.data.number).toBe(1);
    expect(sandbox.parentOf("acme/shop", 3)).toBe(1);
  });

  it("have one parent, unless it is to be replaced, and are no parents of their parents", async () => {
    const { sandbox, octokit } = await openSandbox();
    const [one, , three] = await createIssues(octokit, 3);
    await addChild(octokit, 1, three);

    const twice = await refusalOf(addChild(octokit, 1, three));
    const second = await refusalOf(addChild(octokit, 2, three));
    const ring = await refusalOf(addChild(octokit, 3, one));
    await addChild(octokit, 2, three, true);

    const only = "Sub issue may only have one parent";
    expect([twice, second, ring].map(({ status, message }) => [status, message])).toEqual([
      [422, `${failed} Issue may not contain duplicate sub-issues and ${only}`],
      [422, `${failed} ${only}`],
      [422, `${failed} Sub issue may not be a parent of its parent`],
    ]);
    expect(sandbox.parentOf("acme/shop", 3)).toBe(2);
  });

  it("are 100 of one parent at most, in eight levels at most", async () => {
    const { octokit } = await openSandbox();
    const issues = await createIssues(octokit, 111);
    for (const issue of issues.slice(1, 101)) await addChild(octokit, 1, issue);
    for (let level = 102; level < 110; level++) await addChild(octokit, level, issues[level]);

    const full = await refusalOf(addChild(octokit, 1, issues[110]));
    const deep = await refusalOf(addChild(octokit, 110, issues[110]));

    expect(full.message).toBe(`${failed} Parent cannot have more than 100 sub-issues`);
    expect(deep.message).toBe(`${failed} Parent cannot have more than 8 layers of sub-issues`);
  });

  it("are taken away, and put in another order", async () => {
    const { octokit } = await openSandbox();
    const [, two, three, four] = await createIssues(octokit, 4);
    for (const issue of [two, three, four]) await addChild(octokit, 1, issue);
    const place = { ...shop, issue_number: 1 };

    await octokit.rest.issues.removeSubIssue({ ...place, sub_issue_id: id(three) });
    await octokit.rest.issues.reprioritizeSubIssue({
      ...place,
      sub_issue_id: id(four),
      before_id: id(two),
    });

    const { data } = await octokit.rest.issues.listSubIssues(place);
    expect(data.map(({ number }) => number)).toEqual([4, 2]);
    const orphan = octokit.rest.issues.getParent({ ...shop, issue_number: 3 });
    expect((await refusalOf(orphan)).status).toBe(404);
  });

  it("are told of to apps, from both sides", async () => {
    const { sandbox, octokit } = await openSandbox({ ownerType: "Organization" });
    const app = sandbox.createApp({
      ...{ slug: "keeper", permissions: { issues: "read" }, events: ["sub_issues"] },
    });
    sandbox.installApp(app, ["acme/shop"]);
    const [, two] = await createIssues(octokit, 2);

    await addChild(octokit, 1, two);
    await sandbox.webhooksSettled();

    const told = sandbox.webhooks.deliveries.filter(({ event }) => event === "sub_issues");
    expect(told.map(({ action }) => action)).toEqual(["parent_issue_added", "sub_issue_added"]);
  });

  it("are made by createIssue in one write, with labels and milestone", async () => {
    const { sandbox, octokit } = await openSandbox();
    const parent = (await createIssues(octokit, 1))[0];
    const label = await octokit.rest.issues.createLabel({ ...shop, name: "a", color: "ffffff" });
    const milestone = await octokit.rest.issues.createMilestone({ ...shop, title: "First" });
    const repository = await octokit.rest.repos.get(shop);
    const before = sandbox.counts().writes;

    const { createIssue } = await octokit.graphql<Created>(creating, {
      input: {
        ...{ repositoryId: repository.data.node_id, title: "Two", body: "b" },
        ...{ labelIds: [label.data.node_id], milestoneId: milestone.data.node_id },
        parentIssueId: parent?.node_id,
      },
    });

    expect(createIssue.issue).toEqual({
      ...{ number: 2, body: "b", parent: { number: 1, subIssuesSummary: { total: 1 } } },
      ...{ labels: { nodes: [{ name: "a" }] }, milestone: { title: "First" } },
    });
    expect(sandbox.counts().writes).toBe(before + 1);
  });

  it("are made by createIssue only where the parent has room, else no issue is", async () => {
    const { sandbox, octokit } = await openSandbox();
    const issues = await createIssues(octokit, 101);
    for (const issue of issues.slice(1)) await addChild(octokit, 1, issue);
    const { data } = await octokit.rest.repos.get(shop);
    const input = { repositoryId: data.node_id, title: "More", parentIssueId: issues[0]?.node_id };

    const attempt = octokit.graphql(creating, { input });

    await expect(attempt).rejects.toThrow("Parent cannot have more than 100 sub-issues");
    expect(sandbox.issues("acme/shop")).toHaveLength(101);
  });

  it("are moved by addSubIssue and taken away by removeSubIssue", async () => {
    const { sandbox, octokit } = await openSandbox();
    const [one, two, three] = await createIssues(octokit, 3);
    await addChild(octokit, 1, three);
    const change = (name: "add" | "remove", input: object) =>
      octokit.graphql(
        `mutation($input: ${name === "add" ? "Add" : "Remove"}SubIssueInput!) {
          ${name}SubIssue(input: $input) { issue { number } subIssue { number } }
        }`,
        { input },
      );
    const sub = { subIssueId: three?.node_id };

    await expect(change("add", { issueId: two?.node_id, ...sub })).rejects.toThrow("one parent");
    await change("add", { issueId: two?.node_id, ...sub, replaceParent: true });
    expect(sandbox.parentOf("acme/shop", 3)).toBe(2);
    await change("remove", { issueId: two?.node_id, ...sub });

    expect(sandbox.parentOf("acme/shop", 3)).toBeUndefined();
    expect(one?.number).toBe(1);
  });

  it("are unknown to an older server, by fields and by routes", async () => {
    const { octokit } = await openSandbox({
      missing: ["Issue.parent", "CreateIssueInput.parentIssueId", "issues/get-parent"],
    });
    await createIssues(octokit, 1);
    const parent = await octokit
      .graphql(`{ repository(owner: "acme", name: "shop") { issue(number: 1) { parent { id } } } }`)
      .catch((error: unknown) => error);
    const made = await octokit
      .graphql(
        `mutation { createIssue(input: { repositoryId: "R", title: "T", parentIssueId: "I" }) { issue { id } } }`,
      )
      .catch((error: unknown) => error);

    expect(parent).toMatchObject({ errors: [{ extensions: { code: "undefinedField" } }] });
    expect(made).toMatchObject({ errors: [{ extensions: { code: "argumentNotAccepted" } }] });
    const route = octokit.rest.issues.getParent({ ...shop, issue_number: 1 });
    expect((await refusalOf(route)).status).toBe(404);
  });
});

const creating = `mutation($input: CreateIssueInput!) {
  createIssue(input: $input) { issue {
    number body labels(first: 9) { nodes { name } } milestone { title }
    parent { number subIssuesSummary { total } }
  } }
}`;

interface Created {
  readonly createIssue: { readonly issue: unknown };
}

async function createIssues(octokit: OpenSandbox["octokit"], count: number) {
  const issues = [];
  for (let n = 1; n <= count; n++) {
    issues.push((await octokit.rest.issues.create({ ...shop, title: `Issue ${n}` })).data);
  }
  return issues;
}

function addChild(
  octokit: OpenSandbox["octokit"],
  parent: number,
  child: { readonly id: number | bigint } | undefined,
  isReplaced = false,
) {
  return octokit.rest.issues.addSubIssue({
    ...{ ...shop, issue_number: parent, sub_issue_id: id(child) },
    ...(isReplaced && { replace_parent: true }),
  });
}

function id(issue: { readonly id: number | bigint } | undefined): number {
  return Number(issue?.id);
}
