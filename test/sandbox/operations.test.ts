import { describe, expect, it } from "@jest/globals";
import { slice } from "../../src/sandbox/openapi/slice.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { type OpenSandbox, openSandbox, shop } from "./open-sandbox.ts";
import { signAppToken } from "./sign-app-token.ts";

describe("operations", () => {
  it("are all played, and answered as GitHub describes them", async () => {
    const { sandbox, octokit, as } = await openSandbox();
    const { rest } = octokit;
    sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });
    const ci = as("ci").rest;
    await rest.users.getAuthenticated();
    await rest.repos.get(shop);
    await rest.repos.getContent({ ...shop, path: "README.md" });
    await rest.repos.getContent({ ...shop, path: "" });
    await rest.repos.createOrUpdateFileContents({
      ...shop,
      path: "a/b.md",
      message: "m",
      content: Buffer.from("hi").toString("base64"),
    });
    await rest.repos.listCommits({ ...shop, path: "a/b.md" });
    const main = (await rest.git.getRef({ ...shop, ref: "heads/main" })).data.object.sha;
    await rest.repos.getCommit({ ...shop, ref: "main" });
    await rest.git.createRef({ ...shop, ref: "refs/heads/topic", sha: main });
    const blob = await rest.git.createBlob({ ...shop, content: "x" });
    await rest.git.getBlob({ ...shop, file_sha: blob.data.sha });
    const commit = await rest.git.getCommit({ ...shop, commit_sha: main });
    const tree = await rest.git.createTree({
      ...shop,
      base_tree: commit.data.tree.sha,
      tree: [
        { path: "a/b.md", mode: "100644", type: "blob", sha: blob.data.sha },
        { path: "README.md", sha: null },
      ],
    });
    await rest.git.getTree({ ...shop, tree_sha: tree.data.sha, recursive: "1" });
    const next = await rest.git.createCommit({
      ...shop,
      message: "next",
      tree: tree.data.sha,
      parents: [main],
    });
    await rest.git.updateRef({ ...shop, ref: "heads/topic", sha: next.data.sha });
    await rest.git.listMatchingRefs({ ...shop, ref: "heads/" });
    await rest.repos.compareCommitsWithBasehead({ ...shop, basehead: "main...topic" });
    await rest.repos.getBranch({ ...shop, branch: "main" });
    await rest.repos.listBranches(shop);
    const one = await rest.issues.create({
      ...shop,
      title: "One",
      labels: ["x"],
      assignees: ["mona"],
    });
    await rest.issues.create({ ...shop, title: "Two" });
    await rest.issues.get({ ...shop, issue_number: 1 });
    await rest.issues.update({
      ...shop,
      issue_number: 1,
      state: "closed",
      state_reason: "not_planned",
    });
    await rest.issues.createLabel({ ...shop, name: "wave:1", color: "ffffff", description: "d" });
    await rest.issues.getLabel({ ...shop, name: "wave:1" });
    await rest.issues.updateLabel({ ...shop, name: "wave:1", new_name: "wave:2" });
    await rest.issues.listLabelsForRepo(shop);
    await rest.issues.addLabels({ ...shop, issue_number: 2, labels: ["new"] });
    await rest.issues.setLabels({ ...shop, issue_number: 2, labels: ["newer"] });
    await rest.issues.listLabelsOnIssue({ ...shop, issue_number: 2 });
    await rest.issues.removeLabel({ ...shop, issue_number: 2, name: "newer" });
    await rest.issues.lock({ ...shop, issue_number: 2 });
    await rest.issues.unlock({ ...shop, issue_number: 2 });
    await rest.issues.removeAllLabels({ ...shop, issue_number: 2 });
    await rest.issues.deleteLabel({ ...shop, name: "wave:2" });
    const comment = await rest.issues.createComment({ ...shop, issue_number: 2, body: "hi" });
    await rest.issues.updateComment({ ...shop, comment_id: comment.data.id, body: "ho" });
    await rest.issues.getComment({ ...shop, comment_id: comment.data.id });
    await rest.issues.listComments({ ...shop, issue_number: 2 });
    await rest.issues.listCommentsForRepo(shop);
    await rest.issues.deleteComment({ ...shop, comment_id: comment.data.id });
    await rest.issues.addAssignees({ ...shop, issue_number: 2, assignees: ["mona"] });
    await rest.issues.removeAssignees({ ...shop, issue_number: 2, assignees: ["mona"] });
    await rest.issues.addBlockedByDependency({
      ...shop,
      issue_number: 2,
      issue_id: Number(one.data.id),
    });
    await rest.issues.listDependenciesBlockedBy({ ...shop, issue_number: 2 });
    await rest.issues.listDependenciesBlocking({ ...shop, issue_number: 1 });
    await rest.issues.removeDependencyBlockedBy({
      ...shop,
      issue_number: 2,
      issue_id: Number(one.data.id),
    });
    await playFamilyOperations(octokit);
    await playFieldOperations(sandbox, octokit);
    await rest.issues.listForRepo({ ...shop, state: "all" });
    const pull = await ci.pulls.create({
      ...shop,
      title: "PR",
      head: "topic",
      base: "main",
      body: "b",
    });
    await rest.pulls.list(shop);
    await rest.pulls.get({ ...shop, pull_number: pull.data.number });
    await rest.pulls.update({ ...shop, pull_number: pull.data.number, title: "PR 2" });
    await rest.pulls.listFiles({ ...shop, pull_number: pull.data.number });
    await rest.pulls.listCommits({ ...shop, pull_number: pull.data.number });
    await rest.repos.listPullRequestsAssociatedWithCommit({ ...shop, commit_sha: next.data.sha });
    const run = await ci.checks.create({
      ...shop,
      name: "gate",
      head_sha: next.data.sha,
      output: {
        title: "t",
        summary: "s",
        annotations: [
          { path: "a", start_line: 1, end_line: 1, annotation_level: "notice", message: "m" },
        ],
      },
    });
    await ci.checks.update({ ...shop, check_run_id: Number(run.data.id), conclusion: "success" });
    await ci.checks.get({ ...shop, check_run_id: Number(run.data.id) });
    await ci.checks.listAnnotations({ ...shop, check_run_id: Number(run.data.id) });
    await ci.checks.listForRef({ ...shop, ref: "topic" });
    await rest.repos.createCommitStatus({ ...shop, sha: next.data.sha, state: "success" });
    await rest.repos.getCombinedStatusForRef({ ...shop, ref: "topic" });
    await rest.pulls.merge({ ...shop, pull_number: pull.data.number });
    await rest.git.deleteRef({ ...shop, ref: "heads/topic" });
    await rest.issues.listForRepo({ ...shop, state: "all" });
    await playAppOperations(sandbox, as);

    const played = Object.keys(sandbox.counts().byOperation);
    expect(played.toSorted()).toEqual(Object.keys(slice.operations).toSorted());
  });
});

async function playFamilyOperations(octokit: OpenSandbox["octokit"]): Promise<void> {
  const { rest } = octokit;
  const place = { ...shop, issue_number: 1 };
  const [two, three] = [
    await rest.issues.get({ ...shop, issue_number: 2 }),
    await rest.issues.create({ ...shop, title: "Three" }),
  ].map(({ data }) => ({ ...place, sub_issue_id: Number(data.id) }));
  if (two === undefined || three === undefined) throw new Error("there are two");
  await rest.issues.addSubIssue(two);
  await rest.issues.addSubIssue(three);
  await rest.issues.listSubIssues(place);
  await rest.issues.getParent({ ...shop, issue_number: 2 });
  await rest.issues.reprioritizeSubIssue({ ...two, after_id: three.sub_issue_id });
  await rest.issues.removeSubIssue(two);
  await rest.issues.createMilestone({ ...shop, title: "First" });
  await rest.issues.getMilestone({ ...shop, milestone_number: 1 });
  await rest.issues.listMilestones(shop);
  await octokit.request("GET /repos/{owner}/{repo}/issue-types", shop);
  await rest.orgs.listIssueTypes({ org: "github" });
}

async function playFieldOperations(
  sandbox: Sandbox,
  octokit: OpenSandbox["octokit"],
): Promise<void> {
  const owned = { owner: "makers", repo: "tools" };
  sandbox.createRepository({
    ...{ owner: "makers", name: "tools", ownerType: "Organization", files: { a: "a" } },
  });
  sandbox.addIssueField("makers", { name: "Wave", dataType: "number" });
  await octokit.rest.issues.create({ ...owned, title: "One" });
  const { data } = await octokit.request("GET /orgs/{org}/issue-fields", { org: "makers" });
  const [field] = data as readonly { readonly id: number }[];
  const values = "/repos/{owner}/{repo}/issues/{issue_number}/issue-field-values";
  const place = { ...owned, issue_number: 1 };
  const issue_field_values = [{ field_id: field?.id ?? 0, value: 2 }];
  await octokit.request(`POST ${values}`, { ...place, issue_field_values });
  await octokit.request(`GET ${values}`, place);
}

async function playAppOperations(sandbox: Sandbox, as: OpenSandbox["as"]): Promise<void> {
  const app = sandbox.createApp({
    ...{ slug: "keeper", permissions: { checks: "write", issues: "write" }, events: ["issues"] },
  });
  const installation = sandbox.installApp(app, ["acme/shop"]);
  await sandbox.webhooksSettled();
  const own = as(signAppToken(app)).rest.apps;
  const { id: installation_id } = installation;
  await own.getAuthenticated();
  await own.listInstallations();
  await own.getInstallation({ installation_id });
  await own.getRepoInstallation(shop);
  await own.getUserInstallation({ username: "acme" });
  await own.getOrgInstallation({ org: "acme" });
  const { data } = await own.createInstallationAccessToken({ installation_id });
  const { rest } = as(data.token);
  await rest.apps.listReposAccessibleToInstallation();
  const { data: deliveries } = await own.listWebhookDeliveries();
  const delivery_id = Number(deliveries[0]?.id);
  await own.getWebhookDelivery({ delivery_id });
  await own.redeliverWebhookDelivery({ delivery_id });

  sandbox.protectBranch("acme/shop", "main", { requiredChecks: [{ context: "gate" }] });
  await rest.repos.getBranchRules({ ...shop, branch: "main" });
  const head_sha = sandbox.commitFiles("acme/shop", "later", { "l.md": "l" }, "later");
  const run = await rest.checks.create({ ...shop, name: "gate", head_sha });
  await rest.checks.rerequestRun({ ...shop, check_run_id: Number(run.data.id) });
  const suites = await rest.checks.listSuitesForRef({ ...shop, ref: "later" });
  const suite = { ...shop, check_suite_id: Number(suites.data.check_suites[0]?.id) };
  await rest.checks.getSuite(suite);
  await rest.checks.listForSuite(suite);
  await rest.checks.rerequestSuite(suite);
  await sandbox.webhooksSettled();
}
