import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const tasks = ["# Tasks", ...["1", "2", "3", "4", "5"].map((n) => `- [ ] T00${n} Do ${n}`)];
const readUnder = (heading: string, ...lines: readonly string[]) =>
  tellStatements(readSpec([...tasks, heading, "", ...lines].join("\n")));

it.each([
  ["T005: T002, T003", ["T005 after T002,T003"]],
  ["- T005: T002", ["T005 after T002"]],
  ["- **T005**: T002 (schema), T003", ["T005 after T002", "T005 after T003"]],
  ["Task T005: T001-T003", ["T005 after T001,T002,T003"]],
  ["T005: none", ["T005 none"]],
  ["T005: T099", ["T005 unresolved"]],
  ["T099: T001", ["- unresolved"]],
])("reads IDs behind an ID under a heading on dependencies: %s", (line, told) => {
  expect(readUnder("## Dependencies", line)).toEqual(told);
});

it("reads one pair a line", () => {
  expect(readUnder("## Task Dependencies", "T002: T001", "T003: T002")).toEqual([
    "T002 after T001",
    "T003 after T002",
  ]);
});

it.each([
  ["## Notes", "T005: T002, T003"],
  ["## Parallel Opportunities", "- T005: T002, T003"],
  ["## Dependencies", "- T005: see the schema of T002"],
])("makes no pair of other lines: %s %s", (heading, line) => {
  expect(readUnder(heading, line)).toEqual([]);
});

const matrix = (corner: string) => [
  `| ${corner} | T001 | T002 | T003 |`,
  "| --- | --- | --- | --- |",
  "| T001 | X | | |",
  "| T002 | ✓ | - | |",
  "| T003 | x | yes | no |",
];

it("reads the marks of a matrix: the row waits for the column", () => {
  expect(readUnder("## Dependency Matrix", ...matrix("Task"))).toEqual([
    "T002 after T001",
    "T003 after T001",
    "T003 after T002",
  ]);
});

it("turns a matrix round whose corner says so", () => {
  expect(readUnder("## Dependency Matrix", ...matrix("Blocks"))).toEqual([
    "T001 after T002",
    "T001 after T003",
    "T002 after T003",
  ]);
});

it("knows a matrix of bare numbers, and one by its corner alone", () => {
  const numbers = ["| Task \\| Depends on | 1 | 2 |", "|---|---|---|", "| 1 | | |", "| 2 | X | |"];

  expect(readUnder("## Order of work", ...numbers)).toEqual(["T002 after T001"]);
});

it("makes nothing of a matrix of what may run together", () => {
  expect(readUnder("## Dependencies", ...matrix("Can run in parallel with"))).toEqual([]);
  expect(readUnder("## Who knows what", ...matrix("Task"))).toEqual([]);
});
