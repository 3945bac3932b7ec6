import { expect, it } from "@jest/globals";
import { findSpecs } from "../../src/flows/find-specs.ts";
import type { ChangedFile } from "../../src/flows/ports.ts";

const globs = ["**/spec.md", "**/tasks.md"];

function changed(...paths: readonly string[]): readonly ChangedFile[] {
  return paths.map((path) => ({ path, status: "modified", previousPath: undefined }));
}

/** A repository with just these files. */
function holding(...files: readonly string[]) {
  return {
    readFile: async (path: string) => (files.includes(path) ? "text" : undefined),
    listFiles: async () => files,
  };
}

async function find(files: readonly ChangedFile[], source: ReturnType<typeof holding>, of = globs) {
  return (await findSpecs(files, of, source, "main")).map(({ path }) => path);
}

it("finds the specs among changed files, by path", async () => {
  const files = changed("z/spec.md", "README.md", "a/tasks.md");

  expect(await find(files, holding("z/spec.md", "a/tasks.md"))).toEqual([
    "a/tasks.md",
    "z/spec.md",
  ]);
});

it("takes a change of the prose beside a task list for a change of that", async () => {
  const source = holding("specs/1/spec.md", "specs/1/plan.md", "specs/1/tasks.md");

  for (const files of [["spec.md", "tasks.md"], ["spec.md"], ["plan.md"]]) {
    const paths = files.map((name) => `specs/1/${name}`);
    expect(await find(changed(...paths), source)).toEqual(["specs/1/tasks.md"]);
  }
});

it("reads a task list with the prose beside it, in reading order", async () => {
  const [spec] = await findSpecs(changed("a/tasks.md"), globs, holding("a/tasks.md"), "main");

  expect(spec?.files).toEqual([
    ...["a/spec.md", "a/requirements.md", "a/plan.md", "a/design.md", "a/tasks.md"],
  ]);
});

it("keeps a task list's earlier path where its prose changed too", async () => {
  const files: readonly ChangedFile[] = [
    { path: "new/tasks.md", status: "renamed", previousPath: "old/tasks.md" },
    { path: "new/spec.md", status: "renamed", previousPath: "old/spec.md" },
  ];
  const source = holding("new/spec.md", "new/tasks.md");

  for (const order of [files, files.toReversed()]) {
    expect(await findSpecs(order, globs, source, "main")).toMatchObject([
      { path: "new/tasks.md", previousPath: "old/tasks.md" },
    ]);
  }
});

it("leaves prose alone that has no task list, and no name of a spec", async () => {
  expect(await find(changed("docs/plan.md"), holding("docs/plan.md"))).toEqual([]);
});

it("reads a folder as one spec where a glob ends with a slash", async () => {
  const of = ["epics/*/", "**/tasks.md"];
  const source = holding(
    ...["epics/login/10.md", "epics/login/9.md", "epics/login/epic.md", "epics/login/README.md"],
    "epics/login/notes/x.md",
  );

  const [spec, ...more] = await findSpecs(changed("epics/login/9.md"), of, source, "main");

  expect(more).toEqual([]);
  expect(spec).toEqual({
    path: "epics/login",
    previousPath: undefined,
    files: ["epics/login/epic.md", "epics/login/9.md", "epics/login/10.md"],
  });
  expect(await find(changed("epics/login/notes/x.md"), source, of)).toEqual([]);
});

it("leaves a folder out once it is empty", async () => {
  const files: readonly ChangedFile[] = [
    { path: "epics/login/9.md", status: "removed", previousPath: undefined },
  ];

  expect(await find(files, holding("README.md"), ["epics/*/"])).toEqual([]);
});

it("plans the prose where its tasks.md is no spec by the globs", async () => {
  expect(await find(changed("spec.md"), holding("spec.md", "tasks.md"), ["**/spec.md"])).toEqual([
    "spec.md",
  ]);
});

it("leaves out a spec that was removed", async () => {
  const files: readonly ChangedFile[] = [
    { path: "spec.md", status: "removed", previousPath: undefined },
  ];

  expect(await find(files, holding())).toEqual([]);
});

it("takes every spec where the settings changed, or nobody knows what did", async () => {
  const source = holding("a/tasks.md", "b/tasks.md", "README.md");

  expect(await find(changed(".github/keysteps.yml"), source)).toEqual(["a/tasks.md", "b/tasks.md"]);
  expect(await findSpecs(undefined, globs, source, "main")).toHaveLength(2);
});
