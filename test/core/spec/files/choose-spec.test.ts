import { describe, expect, it } from "@jest/globals";
import { chooseSpec } from "../../../../src/core/spec/files/choose-spec.ts";

describe("chooseSpec", () => {
  it.each(["tasks.md", "specs/1/tasks.md"])(
    "reads %s with the prose beside it, itself last",
    (path) => {
      const folder = path.slice(0, -"tasks.md".length);

      expect(chooseSpec(path)).toEqual({
        path,
        files: ["spec.md", "requirements.md", "plan.md", "design.md", "tasks.md"].map(
          (name) => folder + name,
        ),
      });
    },
  );

  it.each(["spec.md", "docs/my-tasks.md", "a/tasks.md/plan.md", "tasks.json"])(
    "reads %s alone",
    (path) => {
      expect(chooseSpec(path)).toEqual({ path, files: [path] });
    },
  );

  it.each([
    [["spec.md", "plan.md", "tasks.md", "tasks.json"], "specs/1/tasks.md"],
    [["tasks.json", "spec.md"], "specs/1/tasks.json"],
    [["notes.md", "spec.md"], "specs/1/spec.md"],
  ])("knows a folder with %j by its file", (names, path) => {
    expect(chooseSpec("specs/1", names)).toEqual(chooseSpec(path));
  });

  it("reads any other folder file by file: the epic, then by number", () => {
    const names = ["task-10 - B.md", "README.md", "task-2 - A.md", "github-mapping.md", "epic.md"];

    expect(chooseSpec("epics/login", [...names, "graph.svg"])).toEqual({
      path: "epics/login",
      files: ["epic.md", "task-2 - A.md", "task-10 - B.md"].map((name) => `epics/login/${name}`),
    });
  });

  it("needs no slash for the folder where one stands", () => {
    expect(chooseSpec(".", ["a.md"])).toEqual({ path: ".", files: ["a.md"] });
  });

  it("finds nothing in a folder without Markdown", () => {
    expect(chooseSpec("src", ["main.ts", "README.md"])).toBeUndefined();
  });
});
