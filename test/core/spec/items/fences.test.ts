import { describe, expect, it } from "@jest/globals";
import { parseSpec } from "../../../../src/core/spec/parse-spec.ts";
import { readSpec } from "../../../support/read-spec.ts";

const read = (...lines: readonly string[]) => {
  const { tasks, diagnostics, statements } = readSpec(["# Tasks", "", ...lines].join("\n"));
  return {
    ids: tasks.map(({ ownId }) => ownId),
    codes: diagnostics.map(({ code, severity, at }) => `${code} ${severity} ${at.line}`),
    edges: statements.length,
  };
};

describe("a fence that is never closed", () => {
  it("does not swallow tasks, and is an error", () => {
    const found = read("- [ ] T001 A", "", "```text", "- [ ] T002 B (depends on T001)", "", "## C");

    expect(found).toEqual({ ids: ["T001", "T002"], codes: ["KS104 error 5"], edges: 1 });
  });

  it("is read as code where no box stands behind it", () => {
    const found = read("- [ ] T001 A", "", "```", "npm test -- T001", "depends on T001");

    expect(found).toEqual({ ids: ["T001"], codes: ["KS104 warning 5"], edges: 0 });
  });

  it("keeps its line in a spec of two files", () => {
    const files = ["# A\n\n- [ ] T001 A", "# B\n\n```\n- [ ] T002 B"];

    const found = parseSpec(
      files.map((text, place) => ({ path: `${place}.md`, text })),
      "specs",
    );

    expect(found.tasks).toMatchObject([
      { path: "0.md", line: 3 },
      { path: "1.md", line: 4 },
    ]);
  });
});

describe("boxes in a closed fence", () => {
  const fence = (...lines: readonly string[]) => ["", "```markdown", ...lines, "```", ""];

  it("are reported where they go on with the numbers above", () => {
    const found = read("- [ ] T001 A", ...fence("- [ ] T002 B", "- [ ] T003 C"), "- [ ] T004 D");

    expect(found).toEqual({ ids: ["T001", "T004"], codes: ["KS115 warning 5"], edges: 0 });
  });

  it.each([
    [["- [ ] T001 A", ...fence("- [ ] T001 B", "- [ ] T002 C")], "repeats an ID"],
    [["- [ ] T001 A", ...fence("- [ ] T002 B")], "one line"],
    [
      ["- [ ] T001 A", ...fence("- [ ] T002 B", "- [ ] T003 C"), "- [ ] T002 B", "- [ ] T003 C"],
      "the list to come",
    ],
    [["- [ ] T001 A", ...fence("- [ ] T### B", "- [ ] T### C")], "placeholders"],
    [["- [ ] T001 A", ...fence("- [ ] 1.1 B", "- [ ] 1.2 C")], "another kind"],
    [["- [ ] T009 A", ...fence("- [ ] T002 B", "- [ ] T003 C")], "lower numbers"],
  ])("are an example otherwise: %j, %s", (lines) => {
    expect(read(...lines).codes).toEqual([]);
  });
});
