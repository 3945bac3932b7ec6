import { expect, it } from "@jest/globals";
import { lintSpecs } from "../../src/flows/lint-specs.ts";
import { listSpecs } from "../../src/flows/list-specs.ts";
import { sha256 } from "../support/sha256.ts";

const tools = { hash: sha256, version: "0" };

function aSource(path: string, text: string, configText?: string) {
  const files = [{ path, text, secrets: [] }];
  return { path, files, changedAt: 0, configText, overrides: {}, record: undefined };
}

it("tells the findings of all specs by place, those of the settings once", () => {
  const twice = "# T\n\n- [ ] T001 Set up\n- [ ] T001 Tear down\n";
  const sources = ["b.md", "a.md"].map((path) => aSource(path, twice, "speed: 3\n"));

  const found = lintSpecs(sources, tools).map(({ code, at }) => `${code} ${at.path}:${at.line}`);

  expect(found.filter((each) => each.startsWith("KS402"))).toEqual([
    "KS402 .github/keysteps.yml:1",
  ]);
  expect(found.filter((each) => each.startsWith("KS102"))).toEqual([
    "KS102 a.md:4",
    "KS102 b.md:4",
  ]);
});

it("lists the specs of a folder without the prose that belongs to a task list", () => {
  const paths = ["a/spec.md", "a/tasks.md", "b/spec.md", "c/plan.md", "d/README.md"];

  expect(listSpecs(paths, ["**/spec.md", "**/tasks.md"])).toEqual(["a/tasks.md", "b/spec.md"]);
});
