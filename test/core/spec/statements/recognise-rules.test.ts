import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const tasks = [
  "## Phase 1: Setup",
  "- [ ] T001 One",
  "## Phase 2: Foundational (Blocking Prerequisites)",
  "- [ ] T002 Two",
  "## Phase 3: User Story 1 - Buy",
  "- [ ] T003 Three",
  "## Phase 4: User Story 2 - Sell",
  "- [ ] T004 Four",
  "## Phase 5: Polish & Docs",
  "- [ ] T005 Five",
];

const readUnder = (heading: string, bullet: string) =>
  tellStatements(readSpec([...tasks, heading, `- ${bullet}`].join("\n"), "a.md"));

it.each([
  ["**Phase 2**: Depends on Phase 1", ["phase:2 after phase:1"]],
  [
    "Phase 3, 4: All depend on Phase 2 (types) but are independent",
    ["phase:3,phase:4 after phase:2"],
  ],
  [
    "**User Stories (Phase 3+)**: All depend on Foundational phase completion",
    ["phase:3,phase:4 after phase:2"],
  ],
  ["**US1: Buy (Phase 3)**: Depends on Phase 2 only (not US2)", ["phase:3 after phase:2"]],
  ["US2 depends on US1", ["phase:4 after phase:3"]],
  ["Phase 5: Depends on all previous phases", ["phase:5 after phase:1,phase:2,phase:3,phase:4"]],
  [
    "**Polish (Final Phase)**: Depends on all desired user stories being complete",
    ["phase:5 after phase:3,phase:4"],
  ],
  ["Setup must complete before Foundational", ["phase:2 after phase:1"]],
  ["Foundational BLOCKS all user stories", ["phase:3,phase:4 after phase:2"]],
  [
    "Once Foundational phase completes, all user stories can start in parallel",
    ["phase:3,phase:4 after phase:2"],
  ],
  ["No user story work can begin until Phase 2 is complete", ["phase:3,phase:4 after phase:2"]],
  ["**Phase 3 + Phase 4**: Can start in parallel after Phase 2", ["phase:3,phase:4 after phase:2"]],
  ["T001, T002 block T003", ["T003 after T001,T002"]],
  ["T001 → T002 → T003", ["T002 after T001", "T003 after T002"]],
  [
    "Critical path: T001 --> (T002, T003) --> T004",
    ["T002,T003 after T001", "T004 after T002,T003"],
  ],
  ["T002 ← T001", ["T002 after T001"]],
  ["**Phase 1 → Phase 2**: Sequential — one must run before the other", ["phase:2 after phase:1"]],
  ["T003 depends on Phase 1", ["T003 after T001"]],
  ["Phase 2 depends on T001", ["T002 after T001"]],
  ["**Setup (Phase 1)**: No dependencies - can start immediately", ["- none"]],
  ["Services before routes", ["- external"]],
  ["T009 depends on T001", ["- unresolved"]],
  ["T003 and T004 can run in parallel", []],
  ["T003 can run in parallel with T001", []],
  ["T003 does not depend on T001", []],
  ["T003 is not blocked by T001", []],
  ["**Phases 3 + 4**: Independent stories", []],
])("under a heading about dependencies %j ends as %j", (bullet, told) => {
  expect(readUnder("## Dependencies & Execution Order", bullet)).toEqual(told);
});

it.each([
  ["Land T001 before starting Phase 2", ["T002 after T001"]],
  ["T003 → T004", ["T004 after T003"]],
  ["Foundational blocks all user stories", []],
  ["Sell before you buy", []],
  ["Finish T001 before lunch", []],
])("elsewhere %j ends as %j", (bullet, told) => {
  expect(readUnder("## Notes", bullet)).toEqual(told);
});

it("does not read a legend", () => {
  expect(readUnder("## Format", "**Dependencies**: T001 depends on T002")).toEqual([]);
});

it("reads a table by its header", () => {
  const table = [
    "## Plan",
    "",
    "| Task | Depends on | Blocks | Note |",
    "| --- | --- | --- | --- |",
    "| T002 | T001 | T003, T004 | after T005 |",
    "| T001 | — | | |",
    "| Ship | T001 | | |",
  ];

  expect(tellStatements(readSpec([...tasks, ...table].join("\n"), "a.md"))).toEqual([
    "T002 after T001",
    "T003,T004 after T002",
    "T001 none",
  ]);
});
