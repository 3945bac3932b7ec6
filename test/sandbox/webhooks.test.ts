import { describe, expect, it } from "@jest/globals";
import { openReceiver, SECRET } from "./open-receiver.ts";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";
import { signAppToken } from "./sign-app-token.ts";

describe("webhooks", () => {
  it("tell an app of issues, signed, each under a GUID of its own", async () => {
    const { sandbox, octokit, receiver } = await openWithApp();
    const { create, update, addLabels, removeLabel, createComment } = octokit.rest.issues;
    const one = { ...shop, issue_number: 1 };

    await create({ ...shop, title: "A", labels: ["a"], assignees: ["mona"] });
    await update({ ...one, title: "B", assignees: [] });
    await addLabels({ ...one, labels: ["b"] });
    await removeLabel({ ...one, name: "b" });
    await createComment({ ...one, body: "hello" });
    await update({ ...one, state: "closed" });
    await update({ ...one, state: "open" });
    await sandbox.webhooksSettled();

    expect(receiver.names()).toEqual([
      "installation.created",
      ...["issues.opened", "issues.labeled", "issues.assigned", "issues.edited"],
      ...["issues.unassigned", "issues.labeled", "issues.unlabeled", "issue_comment.created"],
      ...["issues.closed", "issues.reopened"],
    ]);
    expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true);
    expect(new Set(receiver.received.map(({ guid }) => guid)).size).toBe(receiver.received.length);
    expect(receiver.received[4]?.payload).toMatchObject({
      changes: { title: { from: "A" } },
      issue: { title: "B" },
      sender: { login: "mona" },
      repository: { full_name: "acme/shop" },
    });
  });

  it("tell of pushes and pull requests from their opening to their merge", async () => {
    const { sandbox, octokit, receiver } = await openWithApp();
    const { create, update, merge } = octokit.rest.pulls;
    const pull = { ...shop, pull_number: 1 };
    const draft = (mutation: string, id: string) =>
      octokit.graphql(
        `mutation { ${mutation}(input: { pullRequestId: "${id}" }) { pullRequest { isDraft } } }`,
      );

    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a", { login: "mona" });
    const { data } = await create({ ...shop, title: "A", head: "topic", base: "main" });
    const after = sandbox.commitFiles("acme/shop", "topic", { "b.md": "b" }, "b");
    await draft("convertPullRequestToDraft", data.node_id);
    await draft("markPullRequestReadyForReview", data.node_id);
    await update({ ...pull, state: "closed" });
    await update({ ...pull, state: "open", body: "more" });
    await merge(pull);
    await sandbox.webhooksSettled();

    expect(receiver.names().filter((name) => !name.startsWith("check"))).toEqual([
      ...[
        "installation.created",
        "push",
        "pull_request.opened",
        "push",
        "pull_request.synchronize",
      ],
      ...["pull_request.converted_to_draft", "pull_request.ready_for_review"],
      ...["pull_request.closed", "pull_request.edited", "pull_request.reopened"],
      ...["pull_request.closed", "push"],
    ]);
    const [pushed] = receiver.received.filter(({ event }) => event === "push");
    expect(pushed?.payload).toMatchObject({
      ...{ ref: "refs/heads/topic", created: true, deleted: false, forced: false },
      ...{ pusher: { name: "mona" }, head_commit: { message: "a" } },
    });
    const synchronized = receiver.received.find(({ payload }) => payload.action === "synchronize");
    expect(synchronized?.payload).toMatchObject({ before: data.head.sha, after });
  });

  it("tell of a blocked-by link from both its ends", async () => {
    const { sandbox, octokit, receiver } = await openWithApp("Organization");
    const one = await octokit.rest.issues.create({ ...shop, title: "One" });
    await octokit.rest.issues.create({ ...shop, title: "Two" });
    const link = { ...shop, issue_number: 2, issue_id: Number(one.data.id) };

    await octokit.rest.issues.addBlockedByDependency(link);
    await octokit.rest.issues.removeDependencyBlockedBy(link);
    await sandbox.webhooksSettled();

    const links = receiver.received.filter(({ event }) => event === "issue_dependencies");
    expect(links.map(({ payload }) => payload)).toMatchObject([
      { action: "blocked_by_added", blocked_issue: { number: 2 }, blocking_issue: { number: 1 } },
      { action: "blocking_added", organization: { login: "acme" } },
      { action: "blocked_by_removed" },
      { action: "blocking_removed" },
    ]);
  });

  it("ask an app for its checks on every new head, and tell it alone of what people ask for", async () => {
    const { sandbox, as, receiver, installationToken } = await openWithApp();
    const actions = [{ label: "Override", description: "Pass it", identifier: "override" }];

    const head_sha = sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    const run = await as(await installationToken()).rest.checks.create({
      ...{ ...shop, name: "gate", head_sha, conclusion: "failure", actions },
    });
    sandbox.rerequestCheckRun("acme/shop", Number(run.data.id), "mona");
    sandbox.pressCheckAction("acme/shop", Number(run.data.id), "override", "mona");
    await sandbox.webhooksSettled();

    const checks = receiver.received.filter(({ event }) => event.startsWith("check_"));
    expect(checks.map(({ payload }) => payload)).toMatchObject([
      { action: "requested", check_suite: { head_branch: "topic", head_sha } },
      { action: "created", check_run: { name: "gate", app: { slug: "keeper" } } },
      { action: "completed", check_run: { conclusion: "failure" } },
      { action: "rerequested", sender: { login: "mona" } },
      { action: "requested_action", requested_action: { identifier: "override" } },
    ]);
  });

  it("are dropped, doubled or failed as a test decides", async () => {
    const { sandbox, octokit, receiver } = await openWithApp();
    const { create } = octokit.rest.issues;
    sandbox.webhooks.decide(({ body }) => {
      if (body.includes("Lost")) return "drop";
      return body.includes("Twice") ? "double" : "send";
    });

    await create({ ...shop, title: "Lost" });
    await create({ ...shop, title: "Twice" });
    sandbox.webhooks.decide(() => "fail");
    await create({ ...shop, title: "Failed" });
    await sandbox.webhooksSettled();

    const issues = receiver.received.filter(({ event }) => event === "issues");
    expect(issues.map(({ payload }) => payload.issue)).toMatchObject([
      { title: "Twice" },
      { title: "Twice" },
    ]);
    expect(issues[0]?.guid).toBe(issues[1]?.guid);
    const fates = sandbox.webhooks.deliveries.map(({ status }) => status);
    expect(fates).toEqual(["OK", "dropped", "OK", "OK", "failed to connect to host"]);
  });

  it("are held and released in another order", async () => {
    const { sandbox, octokit, receiver } = await openWithApp();
    sandbox.webhooks.decide(() => "hold");
    await octokit.rest.issues.create({ ...shop, title: "A", labels: ["a"] });
    await sandbox.webhooksSettled();
    const before = receiver.names();

    sandbox.webhooks.release((held) => held.toReversed());
    await sandbox.webhooksSettled();

    expect(before).toEqual(["installation.created"]);
    expect(receiver.names().slice(1)).toEqual(["issues.labeled", "issues.opened"]);
  });

  it("are listed when they failed, and sent again under the same GUID on demand", async () => {
    const { sandbox, octokit, as, app, receiver } = await openWithApp();
    const { listWebhookDeliveries, redeliverWebhookDelivery } = as(signAppToken(app)).rest.apps;
    receiver.status = 500;
    await octokit.rest.issues.create({ ...shop, title: "A" });
    await sandbox.webhooksSettled();
    receiver.status = 200;

    const failed = await listWebhookDeliveries({ status: "failure" });
    const [first] = failed.data;
    await redeliverWebhookDelivery({ delivery_id: Number(first?.id) });
    await sandbox.webhooksSettled();

    const [, before, again] = receiver.received;
    const all = await listWebhookDeliveries({ per_page: 1 });
    expect(failed.data).toMatchObject([{ event: "issues", action: "opened", status_code: 500 }]);
    expect(again?.guid).toBe(before?.guid);
    expect(all.data).toMatchObject([{ redelivery: true, status_code: 200 }]);
    expect(all.headers.link).toContain("cursor=");
  });

  it("are forgotten after three days", async () => {
    let now = Date.now();
    const { octokit, sandbox, as, app } = await openWithApp("User", () => now);
    sandbox.webhooks.decide(() => "fail");
    await octokit.rest.issues.create({ ...shop, title: "A" });
    const own = as(signAppToken(app)).rest.apps;
    const kept = await own.listWebhookDeliveries();
    const delivery_id = Number(kept.data[0]?.id);

    now += 3 * 24 * 3_600_000 + 1;

    const left = await own.listWebhookDeliveries();
    const refusal = await refusalOf(own.redeliverWebhookDelivery({ delivery_id }));
    expect([kept.data.length, left.data.length, refusal.status]).toEqual([2, 0, 404]);
  });

  it("need the permission that goes with the event", async () => {
    const { sandbox } = await openSandbox();

    expect(() =>
      sandbox.createApp({ slug: "greedy", permissions: {}, events: ["issues"] }),
    ).toThrow("issues needs the permission issues");
  });
});

async function openWithApp(ownerType: "User" | "Organization" = "User", now = Date.now) {
  const receiver = await openReceiver();
  const { sandbox, octokit, as } = await openSandbox({ now, ownerType });
  const app = sandbox.createApp({
    ...{ slug: "keeper", webhookUrl: receiver.url, webhookSecret: SECRET },
    permissions: { checks: "write", contents: "read", issues: "write", pull_requests: "read" },
    events: [
      ...["check_run", "issue_comment", "issue_dependencies", "issues", "pull_request", "push"],
    ],
  });
  const { id: installation_id } = sandbox.installApp(app, ["acme/shop"]);
  await sandbox.webhooksSettled();
  const installationToken = async () => {
    const { apps } = as(signAppToken(app)).rest;
    return (await apps.createInstallationAccessToken({ installation_id })).data.token;
  };
  return { sandbox, octokit, as, app, receiver, installationToken };
}
