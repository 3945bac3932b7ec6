import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("access", () => {
  it("refuses a token that nobody was given", async () => {
    const { as } = await openSandbox();

    const refusal = await refusalOf(as("made-up").rest.repos.get(shop));

    expect(refusal).toMatchObject({ status: 401, message: "Bad credentials" });
  });

  it("lets everybody read what is public, and nobody unknown write", async () => {
    const { sandbox } = await openSandbox();
    const url = `${sandbox.url}/repos/acme/shop/issues`;

    const read = await fetch(url);
    const write = await fetch(url, { method: "POST", body: JSON.stringify({ title: "A" }) });

    expect([read.status, write.status]).toEqual([200, 401]);
  });

  it("hides a private repository from who may not read it", async () => {
    const { sandbox, as } = await openSandbox();
    sandbox.createRepository({ owner: "acme", name: "vault", isPrivate: true });
    sandbox.addToken("stranger", { login: "eve", permission: "none" });

    const refusal = await refusalOf(
      as("stranger").rest.repos.get({ owner: "acme", repo: "vault" }),
    );

    expect(refusal).toMatchObject({ status: 404, message: "Not Found" });
  });

  it("gives a token its own level in single repositories", async () => {
    const { sandbox, as } = await openSandbox();
    const repositories = { "acme/shop": "write" } as const;
    sandbox.addToken("one", { login: "eve", permission: "none", repositories });

    const { data } = await as("one").rest.repos.get(shop);

    expect(data.permissions).toMatchObject({ push: true, admin: false });
  });

  it("refuses a read-only integration's write and names the permission it takes", async () => {
    const { sandbox } = await openSandbox();
    sandbox.addToken("ci", {
      ...{ login: "github-actions[bot]", kind: "integration" },
      ...{ permission: "write", permissions: { issues: "read" } },
    });

    const response = await fetch(`${sandbox.url}/repos/acme/shop/issues`, {
      method: "POST",
      headers: { authorization: "bearer ci" },
      body: JSON.stringify({ title: "A" }),
    });

    expect(response.status).toBe(403);
    expect(response.headers.get("x-accepted-github-permissions")).toBe("issues=write");
    expect(await response.json()).toMatchObject({
      message: "Resource not accessible by integration",
    });
  });

  it("does not tell an integration who it is", async () => {
    const { sandbox, as } = await openSandbox();
    sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });

    const refusal = await refusalOf(as("ci").rest.users.getAuthenticated());

    expect(refusal).toMatchObject({ status: 403 });
  });

  it("takes pull-requests: write for labels and comments on a pull request", async () => {
    const { sandbox, octokit, as } = await openSandbox();
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    await octokit.rest.pulls.create({ ...shop, title: "A", head: "topic", base: "main" });
    await octokit.rest.issues.create({ ...shop, title: "B" });
    const permissions = { issues: "none", pull_requests: "write" } as const;
    sandbox.addToken("ci", { login: "ci[bot]", kind: "integration", permissions });
    const comment = { ...shop, body: "hello" };

    await as("ci").rest.issues.createComment({ ...comment, issue_number: 1 });
    const refusal = await refusalOf(
      as("ci").rest.issues.createComment({ ...comment, issue_number: 2 }),
    );

    expect(refusal.status).toBe(403);
  });

  it("lets a reader open an issue, and drops labels and assignees without a word", async () => {
    const { sandbox, as } = await openSandbox();
    sandbox.addToken("reader", { login: "eve", permission: "read" });

    const { data } = await as("reader").rest.issues.create({
      ...{ ...shop, title: "A" },
      ...{ labels: ["bug"], assignees: ["mona"] },
    });
    const refusal = await refusalOf(
      as("reader").rest.issues.addLabels({ ...shop, issue_number: 1, labels: ["bug"] }),
    );

    expect(data).toMatchObject({ labels: [], assignees: [] });
    expect(refusal.status).toBe(403);
  });

  it("refuses writes to an archived repository", async () => {
    const { sandbox, octokit } = await openSandbox();
    sandbox.repository("acme/shop").isArchived = true;

    const refusal = await refusalOf(octokit.rest.issues.create({ ...shop, title: "A" }));

    expect(refusal).toMatchObject({
      status: 403,
      message: "Repository was archived so is read-only.",
    });
  });

  it("answers 410 where issues are off, but not for a pull request", async () => {
    const { sandbox, octokit } = await openSandbox();
    sandbox.repository("acme/shop").hasIssues = false;
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    await octokit.rest.pulls.create({ ...shop, title: "A", head: "topic", base: "main" });

    const created = await refusalOf(octokit.rest.issues.create({ ...shop, title: "B" }));
    const listed = await refusalOf(octokit.rest.issues.listForRepo(shop));
    const comment = { ...shop, issue_number: 1, body: "hello" };
    const commented = await octokit.rest.issues.createComment(comment);

    expect([created.status, listed.status, commented.status]).toEqual([410, 410, 201]);
  });
});
