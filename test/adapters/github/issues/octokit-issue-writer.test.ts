import { afterEach, describe, expect, it } from "@jest/globals";
import nock from "nock";
import { octokitIssueWriter } from "../../../../src/adapters/github/issues/octokit-issue-writer.ts";
import { nockGitHub, repoName } from "../../../support/nock-github.ts";

const blocked = { number: 12, nodeId: "I_12", databaseId: 9012 };
const blocking = { number: 9, nodeId: "I_9", databaseId: 9009 };
const blockedBy = "/repos/octo/shop/issues/12/dependencies/blocked_by";

afterEach(() => nock.cleanAll());

describe("octokitIssueWriter", () => {
  const labels = (names: readonly string[]) => ({
    nodes: names.map((name) => ({ id: `LA_${name}`, name })),
    pageInfo: { hasNextPage: false, endCursor: null },
  });
  const repository = { id: "R_1", labels: labels(["wave:1"]) };
  const made = { id: "I_7", number: 7, fullDatabaseId: "9007", parent: { id: "I_9" } };
  const anIssue = { title: "Login", body: "text", labels: ["wave:1"], parent: blocking };

  it("creates an issue with its labels below its parent in one request", async () => {
    const { octokit, github } = nockGitHub();
    const sent: object[] = [];
    github
      .post("/graphql")
      .reply(200, { data: { repository } })
      .post("/graphql", (body) => sent.push(body.variables) > 0)
      .reply(200, { data: { createIssue: { issue: { ...made, labels: labels(["Wave:1"]) } } } });

    const issue = await octokitIssueWriter(octokit, repoName).createIssue(anIssue);

    expect(issue).toEqual({ number: 7, nodeId: "I_7", databaseId: 9007, hasParent: true });
    expect(sent).toEqual([
      {
        repository: "R_1",
        title: "Login",
        body: "text",
        labels: ["LA_wave:1"],
        parent: "I_9",
        milestone: null,
      },
    ]);
  });

  it("creates it over REST where GraphQL is too old, and puts it below its parent then", async () => {
    const { octokit, github } = nockGitHub();
    const unknown = { message: "doesn't accept", extensions: { code: "argumentNotAccepted" } };
    const { parent, ...sent } = anIssue;
    github
      .post("/graphql")
      .reply(200, { data: { repository } })
      .post("/graphql")
      .reply(200, { errors: [unknown] })
      .post("/repos/octo/shop/issues", sent)
      .times(2)
      .reply(201, { number: 7, node_id: "I_7", id: 9007, labels: [{ name: "Wave:1" }] })
      .post("/graphql")
      .times(2)
      .reply(200, { errors: [{ ...unknown, extensions: { code: "undefinedField" } }] })
      .post("/repos/octo/shop/issues/9/sub_issues", { sub_issue_id: 9007, replace_parent: false })
      .reply(201, { number: 7 })
      .post("/repos/octo/shop/issues/9/sub_issues")
      .reply(404, { message: "Not Found" });
    const writer = octokitIssueWriter(octokit, repoName);

    expect(await writer.createIssue(anIssue)).toMatchObject({ number: 7, hasParent: true });
    expect(await writer.createIssue(anIssue)).toMatchObject({ number: 7, hasParent: false });

    expect({ parent, isDone: github.isDone() }).toEqual({ parent: blocking, isDone: true });
  });

  it("tells when GitHub made the issue and dropped its labels", async () => {
    const { octokit, github } = nockGitHub();
    github
      .post("/graphql")
      .reply(200, { data: { repository } })
      .post("/graphql")
      .reply(200, { data: { createIssue: { issue: { ...made, labels: labels([]) } } } });

    const attempt = octokitIssueWriter(octokit, repoName).createIssue(anIssue);

    await expect(attempt).rejects.toMatchObject({
      remedy: "fix-access",
      message: expect.stringContaining(
        'GitHub made #7 and dropped "wave:1"; grant "issues: write"',
      ),
    });
  });

  it("sends only what changes", async () => {
    const { octokit, github } = nockGitHub();
    github
      .patch("/repos/octo/shop/issues/7", { state: "closed", state_reason: "not_planned" })
      .reply(200, { number: 7 })
      .patch("/repos/octo/shop/issues/7", { title: "New", body: "" })
      .reply(200, { number: 7 });
    const writer = octokitIssueWriter(octokit, repoName);

    await writer.updateIssue(7, { state: "closed", stateReason: "not_planned" });
    await writer.updateIssue(7, { title: "New", body: "" });

    expect(github.isDone()).toBe(true);
  });

  it("takes a label that is defined already as defined", async () => {
    const { octokit, github } = nockGitHub();
    const label = { name: "wave:1", color: "0e8a16", description: "First wave" };
    const errors = [{ resource: "Label", code: "already_exists", field: "name" }];
    github
      .post("/repos/octo/shop/labels", label)
      .reply(422, { message: "Validation Failed", errors });

    await octokitIssueWriter(octokit, repoName).createLabel(label);

    expect(github.isDone()).toBe(true);
  });

  it("does not take another 422 on a label as defined", async () => {
    const { octokit, github } = nockGitHub();
    const errors = [{ resource: "Label", code: "invalid", field: "color" }];
    github.post("/repos/octo/shop/labels").reply(422, { message: "Validation Failed", errors });

    const attempt = octokitIssueWriter(octokit, repoName).createLabel({
      name: "wave:1",
      color: "green",
      description: "",
    });

    await expect(attempt).rejects.toMatchObject({ status: 422, remedy: "fix-input" });
  });

  it("adds labels to those there", async () => {
    const { octokit, github } = nockGitHub();
    github
      .post("/repos/octo/shop/issues/7/labels", { labels: ["wave:1", "state:blocked"] })
      .reply(200, []);

    await octokitIssueWriter(octokit, repoName).addLabels(7, ["wave:1", "state:blocked"]);

    expect(github.isDone()).toBe(true);
  });

  it.each([200, 404])("takes a label off, or as off already (%d)", async (status) => {
    const { octokit, github } = nockGitHub();
    github
      .delete("/repos/octo/shop/issues/7/labels/wave%3A1")
      .reply(status, status === 200 ? [] : {});

    await octokitIssueWriter(octokit, repoName).removeLabel(7, "wave:1");

    expect(github.isDone()).toBe(true);
  });

  it("links by the blocker's database ID", async () => {
    const { octokit, github } = nockGitHub();
    github.post(blockedBy, { issue_id: 9009 }).reply(201, { number: 12 });

    await octokitIssueWriter(octokit, repoName).addLink(blocked, blocking);

    expect(github.isDone()).toBe(true);
  });

  it("takes a link that is there already as made", async () => {
    const { octokit, github } = nockGitHub();
    const message = "Validation failed: Target issue has already been taken";
    github.post(blockedBy).reply(422, { message });

    await octokitIssueWriter(octokit, repoName).addLink(blocked, blocking);

    expect(github.isDone()).toBe(true);
  });

  it("tells when a link is refused for another reason", async () => {
    const { octokit, github } = nockGitHub();
    github.post(blockedBy).reply(422, { message: "Issue may not be blocked by itself" });

    const attempt = octokitIssueWriter(octokit, repoName).addLink(blocked, blocking);

    await expect(attempt).rejects.toThrow(/^Cannot link #12 as blocked by #9: .*blocked by itself/);
  });

  it.each([200, 404])("takes a link away, or as gone already (%d)", async (status) => {
    const { octokit, github } = nockGitHub();
    github.delete(`${blockedBy}/9009`).reply(status, {});

    await octokitIssueWriter(octokit, repoName).removeLink(blocked, blocking);

    expect(github.isDone()).toBe(true);
  });
});
