import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const boxes = ["- [ ] T001 One", "- [ ] T002 Two", "- [ ] T003 Three", "- [ ] T004 Four"];

const readUnder = (heading: string, text: string) =>
  tellStatements(readSpec([...boxes, "", heading, "", text].join("\n")));

it.each([
  ["T001 → T002\nT003 and T004 are parallel", ["T002 after T001"]],
  ["T002 ← T004\nT001, T003", ["T002 after T004"]],
  ["T001 → T002 →\nT003", ["T002 after T001", "T003 after T002"]],
  ["T001 → T002\n→ T003", ["T002 after T001", "T003 after T002"]],
  ["T003 cannot start until\nT001 is done", ["T003 after T001"]],
])("ends a chain with its line, unless an arrow goes on: %j", (text, expected) => {
  expect(readUnder("## Notes", text)).toEqual(expected);
});

it.each([
  "- Renamed T001 → T002 on May 3",
  "- Moved T004 → T002.",
  "- T001 replaces the old flow -> see T003.",
  "- T001 was split -> T003",
])("takes no arrow that tells of names or places for an order: %s", (text) => {
  expect(readUnder("## Notes", text)).toEqual([]);
});

it("takes no rename for an order under a heading about dependencies either", () => {
  expect(readUnder("## Dependencies", "- Renamed T001 → T002")).toEqual([]);
});

it.each([
  ["- T001 Set up → T002 Models", ["T002 after T001"]],
  ["- T003 (first) → T004 (second)", ["T004 after T003"]],
  ["The order is T001 -> T002.", ["T002 after T001"]],
])("takes references with their names for a chain: %s", (text, expected) => {
  expect(readUnder("## Notes", text)).toEqual(expected);
});

it.each([
  ["- ~~T002 depends on T001~~", []],
  ["- T003 depends on ~~T001~~ T002", ["T003 after T002"]],
])("leaves out what is struck: %s", (text, expected) => {
  expect(readUnder("## Dependencies", text)).toEqual(expected);
});

it("leaves out what is struck in a task's own words", () => {
  const lines = [
    ...boxes,
    "- [ ] T005 Five (depends on ~~T001~~ T002)",
    "  - **Blocked by**: ~~T003~~, T004",
  ];
  expect(tellStatements(readSpec(lines.join("\n")))).toEqual([
    "T005 after T002",
    "T005 after T004",
  ]);
});

it.each([
  ["Do not start T003 until T001 is done.", ["T003 after T001"]],
  ["T004 depends on nothing but T001", ["T004 after T001"]],
  ["- Wave 1: T001, T002\n- Wave 2 (after Wave 1): T003", ["T003 after T001,T002"]],
  ["Wave 1: T001, T002\nWave 2: T003", ["T003 after T001,T002"]],
])("reads an order that stands anywhere: %j", (text, expected) => {
  expect(readUnder("## Notes", text)).toEqual(expected);
});

it("reads a chain of work packages", () => {
  const boxes = ["- [ ] WP01 One", "- [ ] WP02 Two", "", "## Order", "", "WP01 → WP02"];
  expect(tellStatements(readSpec(boxes.join("\n")))).toEqual(["WP02 after WP01"]);
});

it("takes stories for tasks where tasks are written so", () => {
  const lines = [
    "# Epic",
    "### Story 1.1: One",
    "Text",
    "### Story 1.2: Two",
    "**Prerequisites:** Story 1.1",
    "### Story 1.3: Three",
    "**Prerequisites:** Stories 1.1 and 1.2",
  ];
  expect(tellStatements(readSpec(lines.join("\n")))).toEqual([
    "1.2 after 1.1",
    "1.3 after 1.1,1.2",
  ]);
});

it("takes the earlier tasks only of a range around the task that nobody knows the end of", () => {
  const lines = [...boxes, "- [ ] T005 Five (depends on T003-T050)", "- [ ] T006 Six"];
  expect(tellStatements(readSpec(lines.join("\n")))).toEqual([
    "T005 after T003,T004",
    "T005 unresolved",
  ]);
});
