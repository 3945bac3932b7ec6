import { expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";

it.each([
  [
    "trae",
    [
      "## [x] Task 1: Draw",
      "- **Priority**: P0",
      "## [ ] Task 2: Sell",
      "- **Depends On**: Task 1",
    ],
  ],
  ["trae", ["## Task 1: Draw", "- **Acceptance Criteria Addressed**: AC-1", "## [ ] Task 2: Sell"]],
  ["bmad", ["- [ ] Task 1 (AC: #1, #2)", "  - [ ] Subtask 1.1 Draw", "- [ ] Task 2 (AC: #3)"]],
  [
    "bmad",
    ["## Epic 1: Shop", "### Story 1.1: Draw", "As a reader I want it", "### Story 1.2: Sell"],
  ],
  [
    "omo",
    [
      "- [x] 1. Draw",
      "",
      "  **Blocks**: Tasks 2",
      "  **Blocked By**: None",
      "",
      "- [ ] 2. Sell",
      "",
      "  > **Parallel Group**: Wave 1",
      "  > **Blocked By**: 1",
    ],
  ],
  ["tasks-v8", ["- Draw (3h)", "- Sell (1h) after: Draw"]],
  ["tasks-v8", ["- [ ] T001 Draw", "  ```accept", '  [{"cmd": "npm test"}]', "  ```"]],
  ["kiro", ["- [ ] 1. Draw", "- [ ] 2. Sell"]],
  ["heading-tasks", ["### Task 1: Draw", "### Task 2: Sell"]],
])("is called %s", (dialect, lines) => {
  expect(readSpec(["# Plan", "", ...lines].join("\n"), "tasks.md").dialect).toBe(dialect);
});

it("takes entries of an accept block without a command for criteria", () => {
  const entries = [
    { type: "manual", description: "A book can be bought" },
    { cmd: "npm test", expect: { exit: 0 } },
    "Invoices are printed",
    { type: "file", path: "src/a.ts" },
  ];
  const [task] = readSpec(
    [
      "- Sell books (3h)",
      "",
      "  ```accept",
      `  ${JSON.stringify(entries)}`,
      "  ```",
      "- Buy (1h) after: Sell books",
    ].join("\n"),
  ).tasks;

  expect(task?.doneWhen).toEqual([
    "A book can be bought",
    "Invoices are printed",
    "type: file, path: src/a.ts",
  ]);
  expect(task?.checks).toEqual([{ command: "npm test", expects: '{"exit":0}', line: 4 }]);
});
