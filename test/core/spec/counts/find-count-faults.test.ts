import { describe, expect, it } from "@jest/globals";
import { recogniseCounts } from "../../../../src/core/spec/counts/recognise-counts.ts";
import { parseSpec } from "../../../../src/core/spec/parse-spec.ts";

const tasks = [
  "# Tasks",
  "## Phase 1: Setup",
  "",
  "- [ ] T001 Set up",
  "  - [ ] T001.1 Draw",
  "  - [ ] T001.2 Build",
  "- [ ] T002 Show orders",
  "## Phase 2: Orders",
  "",
  "- [ ] T003 Sell",
  "",
];

function find(...lines: readonly string[]) {
  const text = [...tasks, "## Summary", "", ...lines, ""].join("\n");
  const { diagnostics } = parseSpec([{ path: "tasks.md", text }], "tasks.md");
  return diagnostics.filter(({ code }) => code === "KS131");
}

describe("recogniseCounts", () => {
  it.each([
    ["**Total Tasks**: 36", 36, undefined],
    ["| **Total tasks** | 70 |", 70, undefined],
    ["- Total: 34 tasks across 6 waves (~3 weeks)", 34, undefined],
    ["total_tasks: 30", 30, undefined],
    ["Phase 1 has 4 tasks.", 4, "phase:1"],
    ["## Phase 2: Core (5 tasks)", 5, "phase:2"],
    ["| **Phase 3 (US1: Browse)** | 8 tasks |", 8, "phase:3"],
    ["- Phase 1 (Documentation): 6 tasks, 8-11 hours", 6, "phase:1"],
  ])("reads %j", (line, count, groupId) => {
    expect(recogniseCounts(line)).toEqual([{ count, of: "tasks", groupId }]);
  });

  it.each([
    [
      "There are 5 tasks in 3 phases.",
      [
        [5, "tasks"],
        [3, "phases"],
      ],
    ],
    ["**Total Phases**: 4", [[4, "phases"]]],
    ["| Number of phases | 4 |", [[4, "phases"]]],
    ["- Phases: 5", [[5, "phases"]]],
    ["The plan is divided into 6 phases:", [[6, "phases"]]],
  ])("reads %j", (line, counts) => {
    expect(recogniseCounts(line).map(({ count, of }) => [count, of])).toEqual(counts);
  });

  it.each([
    "| **MVP scope** | Phases 1-6 (37 tasks, US1-US4) |",
    "Phase 1-4 = 24 tasks",
    "Phase 2: 3 of 5 tasks done",
    "| **Parallel opportunities** | 28 tasks marked [P] |",
    "Total: 120 hours",
    "Total tasks 80% done",
    "1. **Foundation Group** (3 tasks): A, B, C",
    "Phases: 1-4",
    "We have 12 tasks from last year.",
    "Phases 2 and 3 may overlap",
    "It takes 3 phases of the moon",
  ])("leaves %j alone", (line) => {
    expect(recogniseCounts(line)).toEqual([]);
  });
});

describe("findCountFaults", () => {
  it("is content with counts that are right, with or without steps", () => {
    expect(find("Total tasks: 3", "", "Total tasks: 5", "", "Phase 1 (Setup): 2 tasks")).toEqual(
      [],
    );
  });

  it("names the line of a count that is not what was read", () => {
    expect(find("| what | count |", "| --- | --- |", "| Total tasks | 7 |")).toMatchObject([
      {
        severity: "warning",
        at: { path: "tasks.md", line: 16 },
        message: expect.stringContaining("counts 7 tasks, and 3 were read"),
      },
    ]);
    expect(find("Phase 2: 4 tasks")).toMatchObject([
      { message: expect.stringContaining("counts 4 tasks in phase 2, and 1 were read") },
    ]);
  });

  it("counts phases by their headings", () => {
    expect(find("Total phases: 2", "", "There are 3 tasks in 2 phases.")).toEqual([]);
    expect(find("There are 3 tasks in 4 phases.")).toMatchObject([
      { message: expect.stringContaining("counts 4 phases, and 2 were read") },
    ]);
  });

  it("says nothing of phases that the text does not have", () => {
    expect(find("Phase 9: 4 tasks")).toEqual([]);
  });

  it("hears counts in sentences, each for itself", () => {
    expect(find("There are 3 tasks in 2 phases. Phase 1 has 7 tasks.")).toMatchObject([
      {
        at: { line: 14, column: 32 },
        message: expect.stringContaining("counts 7 tasks in phase 1, and 2 were read"),
      },
    ]);
  });
});
