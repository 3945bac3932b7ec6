import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { parse } from "yaml";
import { configPath } from "../../src/flows/config-path.ts";
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

const places = (specGlobs: readonly string[]) => ({ specGlobs, configPath });

async function find(files: readonly ChangedFile[], source: ReturnType<typeof holding>, of = globs) {
  return (await findSpecs(files, places(of), source, "main")).map(({ path }) => path);
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
  const [spec] = await findSpecs(
    changed("a/tasks.md"),
    places(globs),
    holding("a/tasks.md"),
    "main",
  );

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
    expect(await findSpecs(order, places(globs), source, "main")).toMatchObject([
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

  const [spec, ...more] = await findSpecs(changed("epics/login/9.md"), places(of), source, "main");

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
  expect(await findSpecs(undefined, places(globs), source, "main")).toHaveLength(2);
});

describe("the globs that the Action has by default", () => {
  const { inputs } = parse(readFileSync("action.yml", "utf8"));
  const defaults: string[] = inputs.spec.default.trim().split("\n");

  it.each([
    [["specs/001-cart/spec.md", "specs/001-cart/plan.md"], ["specs/001-cart/spec.md"]],
    [["specs/001-cart/spec.md", "specs/001-cart/tasks.md"], ["specs/001-cart/tasks.md"]],
    [["specs/001-cart/contracts/api.md", "specs/001-cart/checklists/requirements.md"], []],
    [[".kiro/specs/cart/requirements.md", ".kiro/specs/cart/design.md"], [".kiro/specs/cart"]],
    [["specs/cart.md", "specs/README.md", "specs/index.md"], ["specs/cart.md"]],
    [["services/shop/docs/spec.md", "docs/plan.md"], ["services/shop/docs/spec.md"]],
  ])("make of %j %j", async (files: string[], specs: string[]) => {
    expect(await find(changed(...files), holding(...files), defaults)).toEqual(specs);
  });
});

it("takes a README that is named", async () => {
  const files = changed("specs/README.md");

  expect(await find(files, holding("specs/README.md"), ["specs/README.md"])).toEqual([
    "specs/README.md",
  ]);
});

it("plans all specs where the settings that a run names have changed", async () => {
  const source = holding("a/spec.md", "b/spec.md", "ci/keysteps.yml");
  const named = { specGlobs: ["**/spec.md"], configPath: "ci/keysteps.yml" };

  expect(await findSpecs(changed("ci/keysteps.yml"), named, source, "main")).toHaveLength(2);
  expect(await findSpecs(changed(configPath), named, source, "main")).toEqual([]);
});
