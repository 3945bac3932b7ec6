import { expect, it } from "@jest/globals";
import { inEachWorld } from "./in-each-world.ts";

const nowhere = "f".repeat(40);

inEachWorld("SourceReader", (world) => {
  it("reads what the repository is", async () => {
    world().commit({ "a.md": "a" });

    expect(await world().source.readRepository()).toMatchObject({
      owner: "octo",
      name: "shop",
      defaultBranch: "main",
      hasIssues: true,
      isArchived: false,
      webUrl: expect.stringMatching(/\/octo\/shop$/),
    });
  });

  it("reads a file as it was at a commit", async () => {
    const first = world().commit({ "docs/a b.md": "# Shöp 🛒\r\n" });
    const second = world().commit({ "docs/a b.md": "" });

    expect(await world().source.readFile("docs/a b.md", first)).toBe("# Shöp 🛒\r\n");
    expect(await world().source.readFile("docs/a b.md", second)).toBe("");
    expect(await world().source.readFile("docs/a b.md", "main")).toBe("");
  });

  it("reads a file of more than a megabyte", async () => {
    const text = `${"x".repeat(1_200_000)}\n`;
    const head = world().commit({ "a.md": text });

    expect(await world().source.readFile("a.md", head)).toBe(text);
  });

  it("reads JSON as text", async () => {
    const head = world().commit({ "a.json": '{ "a": 1 }' });

    expect(await world().source.readFile("a.json", head)).toBe('{ "a": 1 }');
  });

  it("finds no file where none is, or a folder", async () => {
    const first = world().commit({ "docs/a.md": "a" });
    const second = world().commit({ "docs/a.md": undefined, "b.md": "b" });

    expect(await world().source.readFile("docs", first)).toBeUndefined();
    expect(await world().source.readFile("docs/b.md", first)).toBeUndefined();
    expect(await world().source.readFile("docs/a.md", second)).toBeUndefined();
    expect(await world().source.readFile("docs/a.md", nowhere)).toBeUndefined();
  });

  it("lists all files at a commit", async () => {
    const first = world().commit({ "b.md": "b", "docs/deep/a.md": "a" });
    const second = world().commit({ "b.md": undefined });

    const listed = await world().source.listFiles(first);
    expect([...listed].sort()).toEqual(["b.md", "docs/deep/a.md"]);
    expect(await world().source.listFiles(second)).toEqual(["docs/deep/a.md"]);
  });

  it("does not list the files of a commit that is not there", async () => {
    world().commit({ "a.md": "a" });

    await expect(world().source.listFiles(nowhere)).rejects.toMatchObject({ status: 404 });
  });

  it("reads when a path was last changed before a commit", async () => {
    const { source } = world();
    const first = world().commit({ "a.md": "a", "b.md": "b" });
    const second = world().commit({ "b.md": "b2" });

    const changedAt = await source.readChangedAt("a.md", first);
    expect(changedAt).toBeGreaterThan(0);
    expect(await source.readChangedAt("a.md", second)).toBe(changedAt);
    expect(await source.readChangedAt("b.md", first)).toBe(changedAt);
    expect(await source.readChangedAt("b.md", second)).toBeGreaterThan(changedAt ?? 0);
    expect(await source.readChangedAt("c.md", second)).toBeUndefined();
  });

  it("lists what changed from one commit to a later one", async () => {
    const long = "a text that is long enough to be known again\n".repeat(5);
    const first = world().commit({ "a.md": "a", "b.md": "b", "old.md": long });
    world().commit({ "a.md": "a2", "b.md": undefined });
    const third = world().commit({ "c.md": "c", "old.md": undefined, "new.md": long });

    const changed = await world().source.listChangedFiles(first, third);

    expect(sortByPath(changed ?? [])).toEqual([
      { path: "a.md", status: "modified", previousPath: undefined },
      { path: "b.md", status: "removed", previousPath: undefined },
      { path: "c.md", status: "added", previousPath: undefined },
      { path: "new.md", status: "renamed", previousPath: "old.md" },
    ]);
    expect(await world().source.listChangedFiles(third, third)).toEqual([]);
  });

  it("does not know what changed since a commit that is gone, or later than the head", async () => {
    const first = world().commit({ "a.md": "a" });
    const second = world().commit({ "a.md": "a2" });

    const { source } = world();
    expect(await source.listChangedFiles("0".repeat(40), second)).toBeUndefined();
    expect(await source.listChangedFiles(nowhere, second)).toBeUndefined();
    expect(await source.listChangedFiles(second, first)).toBeUndefined();
  });

  it("lists the files of a pull request, over pages", async () => {
    world().commit({ "a.md": "a", "b.md": "b" });
    const specs = Array.from({ length: 120 }, (_, index) => [`specs/${index}.md`, `${index}`]);
    const number = await world().openPull({ "b.md": undefined, ...Object.fromEntries(specs) });
    world().commit({ "a.md": "later" });

    const changed = await world().source.listPullRequestFiles(number);

    expect(changed).toHaveLength(121);
    expect(changed).toContainEqual({ path: "b.md", status: "removed", previousPath: undefined });
    expect(changed).not.toContainEqual(expect.objectContaining({ path: "a.md" }));
  });
});

function sortByPath<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
  return files.toSorted((left, right) => (left.path < right.path ? -1 : 1));
}
