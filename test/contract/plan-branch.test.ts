import { expect, it } from "@jest/globals";
import { inEachWorld } from "./in-each-world.ts";

const tasks = "plans/shop/tasks.json";

inEachWorld("PlanBranch", (world) => {
  it("has no head and no files before the first commit", async () => {
    world().commit({ "plans/shop/tasks.json": "on another branch" });

    const read = await world().branch.readFiles("plans");

    expect(read).toMatchObject({ head: undefined, files: new Map() });
    expect(read.hasText(tasks, "on another branch")).toBe(false);
  });

  it("gives back what was committed, below the folder asked for", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const files = new Map([
      [tasks, '{"ü": "🛒"}\n'],
      ["plans/other/tasks.json", ""],
      ["plans-old/tasks.json", "old"],
    ]);

    const made = await branch.commitFiles(undefined, files, "first");

    const { head, files: read } = await branch.readFiles("plans");
    expect(head).toMatch(/^[0-9a-f]{40}$/);
    expect(head).toBe(made);
    expect(Object.fromEntries(read)).toEqual({
      [tasks]: '{"ü": "🛒"}\n',
      "plans/other/tasks.json": "",
    });
    expect((await branch.readFiles("plans/other")).files.size).toBe(1);
  });

  it("changes and deletes the files named and keeps the others", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const first = new Map([
      [tasks, "1"],
      ["plans/shop/dag.json", "1"],
      ["plans/shop/Plan.md", "1"],
    ]);
    await branch.commitFiles(undefined, first, "first");
    const { head } = await branch.readFiles("plans");

    const second = new Map([
      [tasks, "2"],
      ["plans/shop/dag.json", undefined],
    ]);
    const made = await branch.commitFiles(head, second, "second");

    const read = await branch.readFiles("plans");
    expect(read.head).not.toBe(head);
    expect(read.head).toBe(made);
    expect(Object.fromEntries(read.files)).toEqual({ [tasks]: "2", "plans/shop/Plan.md": "1" });
  });

  it("refuses to commit onto a head that has moved on, and changes nothing", async () => {
    const { branch, otherBranch } = world();
    world().commit({ "a.md": "a" });
    await branch.commitFiles(undefined, new Map([[tasks, "1"]]), "first");
    const { head } = await branch.readFiles("plans");
    await otherBranch.commitFiles(head, new Map([[tasks, "theirs"]]), "theirs");

    const attempt = branch.commitFiles(head, new Map([[tasks, "ours"]]), "ours");

    await expect(attempt).rejects.toMatchObject({ name: "GitHubError", remedy: "try-later" });
    expect((await branch.readFiles("plans")).files.get(tasks)).toBe("theirs");
  });

  it("refuses to create a branch that somebody has created meanwhile", async () => {
    const { branch, otherBranch } = world();
    world().commit({ "a.md": "a" });
    await otherBranch.commitFiles(undefined, new Map([[tasks, "theirs"]]), "theirs");

    const attempt = branch.commitFiles(undefined, new Map([[tasks, "ours"]]), "ours");

    await expect(attempt).rejects.toMatchObject({ name: "GitHubError", remedy: "try-later" });
    expect((await branch.readFiles("plans")).files.get(tasks)).toBe("theirs");
  });

  it("keeps the files of a hundred plans", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const paths = Array.from({ length: 100 }, (_, index) => `plans/p${index}/tasks.json`);

    await branch.commitFiles(undefined, new Map(paths.map((path) => [path, path])), "many");

    const { files } = await branch.readFiles("plans");
    expect([...files.keys()].toSorted()).toEqual(paths.toSorted());
  });

  it("reads only the files of those names, where names are given", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const files = new Map([
      ["plans/a/record.json", "1"],
      ["plans/a/Plan.md", "2"],
      ["plans/b/record.json", "3"],
    ]);
    await branch.commitFiles(undefined, files, "plans");

    const read = await branch.readFiles("plans", ["record.json"]);

    expect([...read.files.keys()].toSorted()).toEqual([
      "plans/a/record.json",
      "plans/b/record.json",
    ]);
  });

  it("knows the text of a file that it was not asked to read, to the last byte", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const files = new Map([["plans/a/Plan.md", "Über 🛒\r\n"]]);
    await branch.commitFiles(undefined, files, "plans");

    const { hasText } = await branch.readFiles("plans", ["record.json"]);

    expect(hasText("plans/a/Plan.md", "Über 🛒\r\n")).toBe(true);
    expect(hasText("plans/a/Plan.md", "Über 🛒\n")).toBe(false);
    expect(hasText("plans/b/Plan.md", "Über 🛒\r\n")).toBe(false);
  });

  it("reads what a file was before, newest first", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    let head = await branch.commitFiles(undefined, new Map([[tasks, "1"]]), "first");
    head = await branch.commitFiles(head, new Map([["plans/a/Plan.md", "other"]]), "other");
    head = await branch.commitFiles(head, new Map([[tasks, "2"]]), "second");
    await branch.commitFiles(head, new Map([[tasks, "Über 3"]]), "third");

    expect(await listAll(branch.readVersions(tasks))).toEqual(["Über 3", "2", "1"]);
    expect(await listAll(branch.readVersions("plans/none.json"))).toEqual([]);
  });

  it("has no earlier texts where there is no branch", async () => {
    world().commit({ "a.md": "a" });

    expect(await listAll(world().branch.readVersions(tasks))).toEqual([]);
  });

  it("reads a file that GraphQL would cut short", async () => {
    const { branch } = world();
    world().commit({ "a.md": "a" });
    const text = "ä".repeat(400_000);
    await branch.commitFiles(undefined, new Map([["plans/a/tasks.json", text]]), "plans");

    const { files } = await branch.readFiles("plans");

    expect(files.get("plans/a/tasks.json") === text).toBe(true);
  });
});

async function listAll(texts: AsyncIterable<string>): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const text of texts) all.push(text);
  return all;
}
