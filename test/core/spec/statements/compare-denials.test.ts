import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

const findings = (...lines: readonly string[]) =>
  readSpec(["# Plan", "", ...lines].join("\n"))
    .diagnostics.filter(({ code }) => code === "KS116")
    .map(({ at, message }) => [at.line, message]);

it("reports a task that says it waits for nothing where another blocks it", () => {
  expect(
    findings(
      "- [ ] T001 One",
      "  - Blocks: T002",
      "- [ ] T002 Two",
      "  - Depends on: None",
      "- [ ] T003 Three (no dependencies)",
    ),
  ).toEqual([
    [
      6,
      'T002 waits for nothing by this line, and by a.md:4 "Blocks: T002" for T001; that counts, make the two agree',
    ],
  ]);
});

it.each([
  [
    "what only may run beside it",
    ["- [ ] T001 One", "- [ ] T002 Two (can run in parallel with T001)", "", "T001 blocks T002."],
    0,
  ],
  [
    "a wish",
    ["- [ ] T001 One", "  - Blocks: T002 (optional)", "- [ ] T002 Two", "  - Depends on: None"],
    0,
  ],
  [
    "a row of a table",
    [
      "- [ ] T001 One",
      "- [ ] T002 Two",
      "  - Depends on: None",
      "",
      "| Task | Depends on |",
      "| --- | --- |",
      "| T002 | T001 |",
    ],
    1,
  ],
])("looks at %s", (_, lines, count) => {
  expect(findings(...lines)).toHaveLength(count);
});
