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

it("leaves out the prose beside a task list, whether that changed or not", async () => {
  const source = holding("specs/1/spec.md", "specs/1/tasks.md");

  expect(await find(changed("specs/1/spec.md", "specs/1/tasks.md"), source)).toEqual([
    "specs/1/tasks.md",
  ]);
  expect(await find(changed("specs/1/spec.md"), source)).toEqual([]);
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
