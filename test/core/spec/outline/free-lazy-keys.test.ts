import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

const read = (...lines: readonly string[]) =>
  readSpec(["### Task 1: Build", "", ...lines].join("\n")).tasks[0];

describe("freeLazyKeys", () => {
  it("reads keys that follow bullets without a blank line", () => {
    const task = read(
      "**Files**:",
      "- src/a.ts",
      "- src/b.ts",
      "**Definition of Done**:",
      "- [ ] tests pass",
      "**Risks**: data loss",
      "**Depends on**: the schema",
      "**Estimate**: 4h",
    );

    expect(task).toMatchObject({
      files: [{ path: "src/a.ts" }, { path: "src/b.ts" }],
      doneWhen: ["tests pass"],
      risks: ["data loss"],
      effort: { hours: 4 },
      subtasks: [],
    });
  });

  it("frees a key from the last of nested bullets, and the bullets after it", () => {
    const task = read("**Notes**:", "- one", "  - two", "**Files**:", "- src/a.ts");

    expect(task).toMatchObject({ notes: ["one", "two"], files: [{ path: "src/a.ts" }] });
  });

  it("leaves a key with its task where that is a bullet", () => {
    const document = readSpec("# P\n\n- [ ] T001 One\n- [ ] T002 Two\n**Depends on**: T001\n");

    expect(document.statements).toMatchObject([{ line: 5 }]);
    expect(document.tasks.map(({ ownId }) => ownId)).toEqual(["T001", "T002"]);
  });

  it("leaves an indented key with its bullet", () => {
    const task = read("**Notes**:", "- one", "  **Files**: src/a.ts", "- two");

    expect(task?.notes).toContain("two");
  });
});
