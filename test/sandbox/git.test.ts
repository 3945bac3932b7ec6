import { describe, expect, it } from "@jest/globals";
import { openSandbox, refusalOf, shop } from "./open-sandbox.ts";

/** What git itself gives for the same files, author, time and message. */
const GITS_COMMIT = "d2fcfdd73cb4b384e0dfa49d958122a47ea13373";
const GITS_TREE = "796b8065cd0a95efe84e8a0c43679016e47b3080";

describe("git", () => {
  it("has the objects that git has, down to the hash", async () => {
    const { octokit } = await openSandbox();
    const { createBlob, createTree, createCommit } = octokit.rest.git;
    const mona = { name: "mona", email: "m@x", date: "2026-01-02T03:04:05Z" };
    const file = { mode: "100644", type: "blob" } as const;
    const blob = await createBlob({ ...shop, content: "YQo=", encoding: "base64" });

    const tree = await createTree({
      ...shop,
      tree: [
        { ...file, path: "docs/a.md", sha: blob.data.sha },
        { ...file, path: "docs.txt", content: "b\n" },
        { ...file, path: "README.md", content: "# Shop\n" },
      ],
    });
    const commit = await createCommit({
      ...{ ...shop, message: "First\n", tree: tree.data.sha, author: mona, committer: mona },
    });

    expect([tree.data.sha, commit.data.sha]).toEqual([GITS_TREE, GITS_COMMIT]);
  });

  it("builds a tree on another, with files taken away", async () => {
    const { sandbox, octokit } = await openSandbox();
    sandbox.commitFiles("acme/shop", "main", { "a/b.md": "b", "a/c.md": "c" }, "more");
    const { data: head } = await octokit.rest.git.getTree({ ...shop, tree_sha: "main" });

    const { data } = await octokit.rest.git.createTree({
      ...{ ...shop, base_tree: head.sha },
      tree: [
        { path: "a/b.md", mode: "100644", type: "blob", sha: null },
        { path: "d.md", mode: "100644", type: "blob", content: "d" },
      ],
    });

    const tree = { ...shop, tree_sha: data.sha, recursive: "1" };
    const listed = await octokit.rest.git.getTree(tree);
    const paths = listed.data.tree.map((entry) => entry.path);
    expect(paths).toEqual(["README.md", "a", "a/c.md", "d.md"]);
  });

  it("refuses a tree that takes away what is not there or points nowhere", async () => {
    const { octokit } = await openSandbox();
    const entry = { path: "none.md", mode: "100644", type: "blob" } as const;
    const { createTree } = octokit.rest.git;

    const refusals = [
      await refusalOf(createTree({ ...shop, tree: [{ ...entry, sha: null }] })),
      await refusalOf(createTree({ ...shop, tree: [{ ...entry, sha: "1".repeat(40) }] })),
      await refusalOf(createTree({ ...shop, tree: [{ ...entry, path: "/a", content: "a" }] })),
    ];

    expect(refusals.map((refusal) => refusal.status)).toEqual([422, 422, 422]);
  });

  it("moves a branch forward only, unless forced", async () => {
    //  first ── second   main
    //       └── other
    const { sandbox, octokit } = await openSandbox();
    const first = await octokit.rest.git.getRef({ ...shop, ref: "heads/main" });
    const other = sandbox.commitFiles("acme/shop", "other", { "o.md": "o" }, "other");
    sandbox.commitFiles("acme/shop", "main", { "s.md": "s" }, "second");
    const main = { ...shop, ref: "heads/main", sha: other };
    const { updateRef } = octokit.rest.git;

    const refusal = await refusalOf(updateRef(main));
    const back = await refusalOf(updateRef({ ...main, sha: first.data.object.sha }));
    const forced = await updateRef({ ...main, force: true });

    expect(refusal).toMatchObject({ status: 422, message: "Update is not a fast forward" });
    expect(back.status).toBe(422);
    expect(forced.data.object.sha).toBe(other);
  });

  it("refuses refs that exist, do not exist, have strange names or point nowhere", async () => {
    const { octokit } = await openSandbox();
    const { createRef, updateRef, deleteRef, getRef } = octokit.rest.git;
    const { sha } = (await getRef({ ...shop, ref: "heads/main" })).data.object;

    const refusals = [
      await refusalOf(createRef({ ...shop, ref: "refs/heads/main", sha })),
      await refusalOf(createRef({ ...shop, ref: "main", sha })),
      await refusalOf(createRef({ ...shop, ref: "refs/heads/x", sha: "1".repeat(40) })),
      await refusalOf(updateRef({ ...shop, ref: "heads/none", sha })),
      await refusalOf(deleteRef({ ...shop, ref: "heads/none" })),
      await refusalOf(getRef({ ...shop, ref: "heads/ma" })),
    ];

    expect(refusals.map(({ status, message }) => [status, message])).toEqual([
      [422, "Reference already exists"],
      [422, "main is not a valid ref name."],
      [422, "Object does not exist"],
      [422, "Reference does not exist"],
      [422, "Reference does not exist"],
      [404, "Not Found"],
    ]);
  });

  it("has no git database before the first commit, which the contents API makes", async () => {
    const { sandbox, octokit } = await openSandbox();
    sandbox.createRepository({ owner: "acme", name: "new" });
    const fresh = { owner: "acme", repo: "new" };
    const file = { ...fresh, path: "a.md", message: "a", content: "YQ==" };

    const refusal = await refusalOf(octokit.rest.git.createBlob({ ...fresh, content: "a" }));
    const created = await octokit.rest.repos.createOrUpdateFileContents(file);

    expect(refusal).toMatchObject({ status: 409, message: "Git Repository is empty." });
    expect(created.status).toBe(201);
    expect(sandbox.readFile("acme/new", "a.md")).toBe("a");
  });

  it("changes a file only for who has seen it", async () => {
    const { sandbox, octokit } = await openSandbox();
    const { createOrUpdateFileContents: put } = octokit.rest.repos;
    const file = { ...shop, path: "README.md", message: "m", content: "YQ==" };

    const unseen = await refusalOf(put(file));
    const stale = await refusalOf(put({ ...file, sha: "1".repeat(40) }));
    const { data } = await octokit.rest.repos.getContent({ ...shop, path: "README.md" });
    const seen = await put({ ...file, sha: "sha" in data ? data.sha : "" });

    expect([unseen.status, stale.status, seen.status]).toEqual([422, 409, 200]);
    expect(sandbox.readFile("acme/shop", "README.md")).toBe("a");
  });

  it("gives a file raw, as an object, as of a commit, and none over a megabyte but raw", async () => {
    const { sandbox, octokit } = await openSandbox();
    const before = sandbox.commitFiles("acme/shop", "main", { "é b/a.md": "old" }, "old");
    sandbox.commitFiles(
      "acme/shop",
      "main",
      { "é b/a.md": "new", big: "x".repeat(2 ** 20 + 1) },
      "new",
    );
    const { getContent } = octokit.rest.repos;
    const raw = { mediaType: { format: "raw" } };

    const now = await getContent({ ...shop, path: "é b/a.md", ...raw });
    const then = await getContent({ ...shop, path: "é b/a.md", ref: before });
    const big = await getContent({ ...shop, path: "big" });

    expect(now.data).toBe("new");
    expect(then.data).toMatchObject({ encoding: "base64", content: "b2xk\n" });
    expect(big.data).toMatchObject({ encoding: "none", content: "", size: 2 ** 20 + 1 });
  });

  it("lists the commits that touched a path, newest first", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const { sandbox, octokit } = await openSandbox({ now: () => (now += 1000) });
    sandbox.commitFiles("acme/shop", "main", { "a.md": "1" }, "one");
    sandbox.commitFiles("acme/shop", "main", { "b.md": "1" }, "two");
    sandbox.commitFiles("acme/shop", "main", { "a.md": "2" }, "three");

    const { data } = await octokit.rest.repos.listCommits({ ...shop, path: "a.md" });

    expect(data.map(({ commit }) => commit.message)).toEqual(["three", "one"]);
  });

  it("compares branches from where they parted", async () => {
    //  first ── b   main
    //       └── t1 ── t2   topic
    const { sandbox, octokit } = await openSandbox();
    sandbox.commitFiles("acme/shop", "topic", { "t.md": "1\n" }, "t1");
    sandbox.commitFiles("acme/shop", "topic", { "t.md": "1\n2\n", "README.md": null }, "t2");
    sandbox.commitFiles("acme/shop", "main", { "b.md": "b" }, "b");
    const { compareCommitsWithBasehead: compare } = octokit.rest.repos;

    const { data } = await compare({ ...shop, basehead: "main...topic" });
    const same = await compare({ ...shop, basehead: "main...main" });

    expect(data).toMatchObject({ status: "diverged", ahead_by: 2, behind_by: 1 });
    expect(data.commits.map(({ commit }) => commit.message)).toEqual(["t1", "t2"]);
    expect(data.files).toMatchObject([
      { filename: "README.md", status: "removed", deletions: 1 },
      { filename: "t.md", status: "added", additions: 2, patch: "@@ -0,0 +1,2 @@\n+1\n+2" },
    ]);
    expect(same.data).toMatchObject({ status: "identical", ahead_by: 0, total_commits: 0 });
  });
});
