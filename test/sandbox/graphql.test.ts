import { describe, expect, it } from "@jest/globals";
import { openSandbox, shop } from "./open-sandbox.ts";

const names = { owner: "acme", name: "shop" };

describe("graphql", () => {
  it("reads issues by node id with what blocks them, newest link first, closed ones too", async () => {
    //  1 ─┬─ blocks 3
    //  2 ─┘
    const { octokit } = await openSandbox();
    const { create, update, addBlockedByDependency } = octokit.rest.issues;
    const one = await create({ ...shop, title: "One" });
    const two = await create({ ...shop, title: "Two" });
    const three = await create({ ...shop, title: "Three", labels: ["a"], assignees: ["mona"] });
    const blocked = { ...shop, issue_number: 3 };
    await addBlockedByDependency({ ...blocked, issue_id: Number(one.data.id) });
    await addBlockedByDependency({ ...blocked, issue_id: Number(two.data.id) });
    await update({ ...shop, issue_number: 1, state: "closed", state_reason: "duplicate" });

    const { nodes } = await octokit.graphql<{ nodes: unknown[] }>(
      `query($ids: [ID!]!) { nodes(ids: $ids) { ... on Issue {
        number title state stateReason fullDatabaseId author { login }
        labels(first: 100) { nodes { name } } assignees(first: 10) { nodes { login } }
        blockedBy(first: 50) { totalCount nodes { id number state stateReason repository { nameWithOwner } } }
        issueDependenciesSummary { blockedBy totalBlockedBy }
      } } }`,
      { ids: [three.data.node_id] },
    );

    const repository = { nameWithOwner: "acme/shop" };
    expect(nodes).toEqual([
      {
        ...{ number: 3, title: "Three", state: "OPEN", stateReason: null },
        ...{ fullDatabaseId: String(three.data.id), author: { login: "mona" } },
        labels: { nodes: [{ name: "a" }] },
        assignees: { nodes: [{ login: "mona" }] },
        blockedBy: {
          totalCount: 2,
          nodes: [
            { id: two.data.node_id, number: 2, state: "OPEN", stateReason: null, repository },
            {
              ...{ id: one.data.node_id, number: 1, state: "CLOSED", repository },
              stateReason: "NOT_PLANNED",
            },
          ],
        },
        issueDependenciesSummary: { blockedBy: 1, totalBlockedBy: 2 },
      },
    ]);
  });

  it("tells of each node that is not there, and gives the others", async () => {
    const { octokit } = await openSandbox();
    const { data } = await octokit.rest.issues.create({ ...shop, title: "One" });
    const ids = [data.node_id, "I_nowhere"];

    const error = await failureOf(
      octokit.graphql("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids }),
    );

    expect(error.data).toEqual({ nodes: [{ id: data.node_id }, null] });
    expect(error.errors).toMatchObject([{ type: "NOT_FOUND", path: ["nodes", 1] }]);
  });

  it("walks issues in pages, by creator and state, without pull requests", async () => {
    const { sandbox, octokit, as } = await openSandbox();
    sandbox.addToken("other", { login: "hubot" });
    for (const title of ["A", "B", "C"]) await octokit.rest.issues.create({ ...shop, title });
    await as("other").rest.issues.create({ ...shop, title: "D" });
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a" }, "a");
    await octokit.rest.pulls.create({ ...shop, title: "E", head: "topic", base: "main" });
    await octokit.rest.issues.update({ ...shop, issue_number: 2, state: "closed" });
    const query = `query($owner: String!, $name: String!, $after: String) {
      repository(owner: $owner, name: $name) {
        issues(first: 1, after: $after, filterBy: { createdBy: "mona" }, states: [OPEN]) {
          totalCount nodes { title } pageInfo { hasNextPage endCursor }
        }
      }
    }`;

    const first = await octokit.graphql<IssuesPage>(query, names);
    const { endCursor: after } = first.repository.issues.pageInfo;
    const second = await octokit.graphql<IssuesPage>(query, { ...names, after });

    expect(first.repository.issues).toMatchObject({ totalCount: 2, nodes: [{ title: "A" }] });
    expect(second.repository.issues).toMatchObject({
      nodes: [{ title: "C" }],
      pageInfo: { hasNextPage: false },
    });
  });

  it("refuses a connection without bounds and one of more than 100", async () => {
    const { octokit } = await openSandbox();
    const ask = (page: string) =>
      failureOf(
        octokit.graphql(
          `{ repository(owner: "acme", name: "shop") { issues${page} { totalCount } } }`,
        ),
      );

    const boundless = await ask("");
    const huge = await ask("(first: 101)");

    expect(boundless.errors).toMatchObject([{ type: "MISSING_PAGINATION_BOUNDARIES" }]);
    expect(huge.errors).toMatchObject([{ type: "EXCESSIVE_PAGINATION" }]);
  });

  it("gives a pull request with its files and the issues it will close", async () => {
    const { sandbox, octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "One" });
    sandbox.commitFiles("acme/shop", "topic", { "a.md": "a\n" }, "a");
    const pull = { title: "P", head: "topic", base: "main", body: "Fixes: #1, see `closes #9`" };
    const { data } = await octokit.rest.pulls.create({ ...shop, ...pull });

    const { repository } = await octokit.graphql<{ repository: { pullRequest: unknown } }>(
      `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
        pullRequest(number: 2) {
          state headRefOid mergedAt mergeable
          files(first: 100) { nodes { path changeType additions } }
          closingIssuesReferences(first: 10) { nodes { number } }
        }
      } }`,
      names,
    );

    expect(repository.pullRequest).toEqual({
      ...{ state: "OPEN", headRefOid: data.head.sha, mergedAt: null, mergeable: "MERGEABLE" },
      files: { nodes: [{ path: "a.md", changeType: "ADDED", additions: 1 }] },
      closingIssuesReferences: { nodes: [{ number: 1 }] },
    });
  });

  it("reads files and refs", async () => {
    const { octokit } = await openSandbox();

    const { repository } = await octokit.graphql<{ repository: unknown }>(
      `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {
        object(expression: "main:README.md") { ... on Blob { text byteSize } }
        none: object(expression: "main:NONE.md") { id }
        ref(qualifiedName: "refs/heads/main") { name prefix target { ... on Commit { message } } }
      } }`,
      names,
    );

    expect(repository).toEqual({
      object: { text: "# Shop\n", byteSize: 7 },
      none: null,
      ref: { name: "main", prefix: "refs/heads/", target: { message: "Initial commit" } },
    });
  });

  it("commits to a branch that is where the caller has seen it, and to no other", async () => {
    const { sandbox, octokit } = await openSandbox();
    const seen = (await octokit.rest.git.getRef({ ...shop, ref: "heads/main" })).data.object.sha;
    const input = {
      branch: { repositoryNameWithOwner: "acme/shop", branchName: "main" },
      expectedHeadOid: seen,
      message: { headline: "Record", body: "Why." },
      fileChanges: {
        additions: [{ path: "a/b.md", contents: Buffer.from("é").toString("base64") }],
        deletions: [{ path: "README.md" }],
      },
    };
    const mutation = `mutation($input: CreateCommitOnBranchInput!) {
      createCommitOnBranch(input: $input) { commit { oid message } }
    }`;

    const made = await octokit.graphql<Commit>(mutation, { input });
    const stale = await failureOf(octokit.graphql(mutation, { input }));

    const main = await octokit.rest.git.getRef({ ...shop, ref: "heads/main" });
    expect(made.createCommitOnBranch.commit).toEqual({
      ...{ oid: main.data.object.sha, message: "Record\n\nWhy." },
    });
    expect(stale.errors).toMatchObject([{ type: "STALE_DATA", path: ["createCommitOnBranch"] }]);
    expect(sandbox.readFile("acme/shop", "a/b.md")).toBe("é");
    expect(sandbox.readFile("acme/shop", "README.md")).toBeUndefined();
    expect(sandbox.counts()).toMatchObject({ writes: 2, byOperation: { graphql: 2 } });
  });

  it("adds and removes blocked-by links and refuses what REST refuses", async () => {
    const { sandbox, octokit } = await openSandbox();
    const one = await octokit.rest.issues.create({ ...shop, title: "One" });
    const two = await octokit.rest.issues.create({ ...shop, title: "Two" });
    const input = { issueId: two.data.node_id, blockingIssueId: one.data.node_id };
    const add = `mutation($input: AddBlockedByInput!) {
      addBlockedBy(input: $input) { issue { number } blockingIssue { number } }
    }`;
    const remove = `mutation($input: RemoveBlockedByInput!) {
      removeBlockedBy(input: $input) { issue { number } }
    }`;

    await octokit.graphql(add, { input });
    const twice = await failureOf(octokit.graphql(add, { input }));
    const linked = sandbox.blockersOf("acme/shop", 2);
    await octokit.graphql(remove, { input });

    expect(twice.errors).toMatchObject([
      { type: "UNPROCESSABLE", message: "Target issue has already been taken" },
    ]);
    expect(linked).toEqual([1]);
    expect(sandbox.blockersOf("acme/shop", 2)).toEqual([]);
  });

  it("tells who the caller is, an installation too, and an author's bot without its brackets", async () => {
    const { sandbox, as } = await openSandbox();
    sandbox.addToken("ci", { login: "github-actions[bot]", kind: "integration" });
    await as("ci").rest.issues.create({ ...shop, title: "One" });

    const answer = await as("ci").graphql<Viewer>(
      `{ viewer { login } repository(owner: "acme", name: "shop") { issue(number: 1) { author { login } } } }`,
    );

    expect(answer).toEqual({
      viewer: { login: "github-actions[bot]" },
      repository: { issue: { author: { login: "github-actions" } } },
    });
  });

  it("hides what the caller may not see and refuses what it may not write", async () => {
    const { sandbox, octokit, as } = await openSandbox();
    sandbox.createRepository({ owner: "acme", name: "vault", isPrivate: true });
    sandbox.addToken("stranger", { login: "eve", permission: "none" });
    const one = await octokit.rest.issues.create({ ...shop, title: "One" });
    const two = await octokit.rest.issues.create({ ...shop, title: "Two" });
    const input = { issueId: two.data.node_id, blockingIssueId: one.data.node_id };

    const hidden = await failureOf(
      as("stranger").graphql(`{ repository(owner: "acme", name: "vault") { id } }`),
    );
    const refused = await failureOf(
      as("stranger").graphql(
        "mutation($input: AddBlockedByInput!) { addBlockedBy(input: $input) { issue { id } } }",
        { input },
      ),
    );

    expect(hidden.errors).toMatchObject([{ type: "NOT_FOUND", path: ["repository"] }]);
    expect(refused.errors).toMatchObject([{ type: "FORBIDDEN" }]);
  });

  it("refuses a field that GitHub's schema does not have", async () => {
    const { octokit } = await openSandbox();

    const error = await failureOf(octokit.graphql("{ viewer { shoeSize } }"));

    expect(error.errors?.[0]?.message).toContain("shoeSize");
  });

  it("serves GitHub Enterprise Server's address and nobody unknown", async () => {
    const { sandbox } = await openSandbox();
    const body = JSON.stringify({ query: "{ viewer { login } }" });
    const headers = { authorization: "bearer write-token" };

    const enterprise = await fetch(`${sandbox.url}/api/graphql`, { method: "POST", headers, body });
    const nobody = await fetch(`${sandbox.url}/graphql`, { method: "POST", body });

    expect(await enterprise.json()).toEqual({ data: { viewer: { login: "mona" } } });
    expect(nobody.status).toBe(401);
  });
});

interface IssuesPage {
  readonly repository: {
    readonly issues: { readonly pageInfo: { readonly endCursor: string } };
  };
}

interface Commit {
  readonly createCommitOnBranch: { readonly commit: unknown };
}

interface Viewer {
  readonly viewer: { readonly login: string };
}

async function failureOf(request: Promise<unknown>): Promise<Failure> {
  try {
    await request;
  } catch (error) {
    return error as Failure;
  }
  throw new Error("The query did not fail");
}

interface Failure {
  readonly data: unknown;
  readonly errors?: readonly { readonly type?: string; readonly message: string }[];
}
