import { describe, expect, it } from "@jest/globals";
import { type OpenSandbox, openSandbox, refusalOf, shop } from "./open-sandbox.ts";

describe("pull requests", () => {
  it("bring both sides together in a merge commit and leave the head branch", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });
    sandbox.commitFiles("acme/shop", "main", { "meanwhile.md": "m" }, "meanwhile");

    const { data } = await octokit.rest.pulls.merge({ ...shop, pull_number: 1 });

    const files = ["topic.md", "meanwhile.md"].map((path) => sandbox.readFile("acme/shop", path));
    const merged = await octokit.rest.repos.getCommit({ ...shop, ref: "main" });
    const pull = await octokit.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(files).toEqual(["t", "m"]);
    expect(merged.data.sha).toBe(data.sha);
    expect(merged.data.parents).toHaveLength(2);
    expect(pull.data).toMatchObject({ state: "closed", merged: true, merge_commit_sha: data.sha });
    expect(sandbox.readFile("acme/shop", "topic.md", "topic")).toBe("t");
  });

  it("keep their commits and files after the merge", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });
    await octokit.rest.pulls.merge({ ...shop, pull_number: 1 });

    const files = await octokit.rest.pulls.listFiles({ ...shop, pull_number: 1 });
    const commits = await octokit.rest.pulls.listCommits({ ...shop, pull_number: 1 });

    expect(files.data.map((file) => file.filename)).toEqual(["topic.md"]);
    expect(commits.data.map(({ commit }) => commit.message)).toEqual(["topic"]);
  });

  it("are squashed to one commit with one parent", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });

    await octokit.rest.pulls.merge({ ...shop, pull_number: 1, merge_method: "squash" });

    const { data } = await octokit.rest.repos.getCommit({ ...shop, ref: "main" });
    expect(data.parents).toHaveLength(1);
    expect(data.commit.message).toBe("Topic (#1)");
  });

  it("are not merged in conflict, as a draft, twice, or with another head than seen", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { merge } = octokit.rest.pulls;
    await openPull({ sandbox, octokit }, { "README.md": "mine" });
    sandbox.commitFiles("acme/shop", "draft", { "d.md": "d" }, "d");
    const draft = { title: "D", head: "draft", base: "main", draft: true };
    await octokit.rest.pulls.create({ ...shop, ...draft });

    const moved = await refusalOf(merge({ ...shop, pull_number: 1, sha: "1".repeat(40) }));
    const drafted = await refusalOf(merge({ ...shop, pull_number: 2 }));
    sandbox.commitFiles("acme/shop", "main", { "README.md": "theirs" }, "theirs");
    const conflict = await refusalOf(merge({ ...shop, pull_number: 1 }));
    const seen = await octokit.rest.pulls.get({ ...shop, pull_number: 1 });
    sandbox.commitFiles("acme/shop", "main", { "README.md": "mine" }, "mine");
    await merge({ ...shop, pull_number: 1 });
    const again = await refusalOf(merge({ ...shop, pull_number: 1 }));

    expect([moved, drafted, conflict, again].map(({ status }) => status)).toEqual([
      ...[409, 405, 405, 405],
    ]);
    expect(seen.data).toMatchObject({ mergeable: false, mergeable_state: "dirty" });
  });

  it("are refused without commits, for unknown branches and a second time", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });
    const { create } = octokit.rest.pulls;
    const pull = { ...shop, title: "A", base: "main" };

    const refusals = [
      await refusalOf(create({ ...pull, head: "main" })),
      await refusalOf(create({ ...pull, head: "none" })),
      await refusalOf(create({ ...pull, head: "topic" })),
    ];

    expect(refusals).toMatchObject([
      { status: 422, errors: [{ message: "No commits between main and main" }] },
      { status: 422, errors: [{ field: "head", code: "invalid" }] },
      { status: 422, errors: [{ message: "A pull request already exists for acme:topic." }] },
    ]);
  });

  it("follow their head branch while they are open", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });

    const sha = sandbox.commitFiles("acme/shop", "topic", { "more.md": "m" }, "more");

    const { data } = await octokit.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(data).toMatchObject({ head: { sha }, commits: 2, changed_files: 2 });
  });

  it("count as merged when their head is pushed to the base", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { data } = await openPull({ sandbox, octokit }, { "topic.md": "t" });

    await octokit.rest.git.updateRef({ ...shop, ref: "heads/main", sha: data.head.sha });

    const pull = await octokit.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(pull.data).toMatchObject({ state: "closed", merged: true });
  });

  it("are closed unmerged when their head branch is deleted", async () => {
    const { sandbox, octokit } = await openSandbox();
    await openPull({ sandbox, octokit }, { "topic.md": "t" });

    await octokit.rest.git.deleteRef({ ...shop, ref: "heads/topic" });

    const pull = await octokit.rest.pulls.get({ ...shop, pull_number: 1 });
    expect(pull.data).toMatchObject({ state: "closed", merged: false });
  });

  it("close the issues they say they close when they get into the default branch", async () => {
    const { sandbox, octokit } = await openSandbox();
    for (const title of ["A", "B", "C", "D"]) await octokit.rest.issues.create({ ...shop, title });
    await openPull({ sandbox, octokit }, { "topic.md": "t" });
    const body = "closes #1, Fixes: acme/shop#2\n\n<!-- resolves #3 --> `closes #4`";
    await octokit.rest.pulls.update({ ...shop, pull_number: 5, body });

    await octokit.rest.pulls.merge({ ...shop, pull_number: 5 });

    const issues = sandbox.issues("acme/shop").slice(0, 4);
    expect(issues.map((issue) => issue.stateReason)).toEqual([
      "completed",
      "completed",
      null,
      null,
    ]);
  });

  it("close nothing when they go elsewhere; a commit's message does once on the default branch", async () => {
    const { sandbox, octokit } = await openSandbox();
    await octokit.rest.issues.create({ ...shop, title: "A" });
    sandbox.commitFiles("acme/shop", "next", { "n.md": "n" }, "n");
    sandbox.commitFiles("acme/shop", "topic", { "topic.md": "t" }, "Resolves #1");
    const pull = { title: "T", head: "topic", base: "next", body: "Closes #1" };
    await octokit.rest.pulls.create({ ...shop, ...pull });

    await octokit.rest.pulls.merge({ ...shop, pull_number: 2 });
    const before = sandbox.issues("acme/shop")[0]?.state;
    const { data } = await octokit.rest.git.getRef({ ...shop, ref: "heads/next" });
    await octokit.rest.git.updateRef({ ...shop, ref: "heads/main", sha: data.object.sha });

    expect([before, sandbox.issues("acme/shop")[0]?.state]).toEqual(["open", "closed"]);
  });

  it("come from forks too", async () => {
    const { sandbox, octokit } = await openSandbox();
    sandbox.createRepository({ owner: "eve", name: "shop", forkOf: "acme/shop" });
    sandbox.commitFiles("eve/shop", "topic", { "fork.md": "f" }, "f");
    const pull = { ...shop, title: "A", head: "eve:topic", base: "main" };

    const { data } = await octokit.rest.pulls.create(pull);
    await octokit.rest.pulls.merge({ ...shop, pull_number: 1 });

    expect(data.head).toMatchObject({
      label: "eve:topic",
      repo: { full_name: "eve/shop", fork: true },
    });
    expect(sandbox.readFile("acme/shop", "fork.md")).toBe("f");
  });
});

type Files = Parameters<OpenSandbox["sandbox"]["commitFiles"]>[2];

async function openPull(
  { sandbox, octokit }: Pick<OpenSandbox, "sandbox" | "octokit">,
  files: Files,
) {
  sandbox.commitFiles("acme/shop", "topic", files, "topic");
  return octokit.rest.pulls.create({ ...shop, title: "Topic", head: "topic", base: "main" });
}
