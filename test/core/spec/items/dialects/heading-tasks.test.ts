import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "tasks.md");

describe("parseSpec on headings that are tasks", () => {
  it("knows their IDs, marks and states at any depth", () => {
    const document = read(
      "##### Task 1.3 Without a colon",
      "#### T012 Sell books ✅",
      "### T-004 — Print (OPTIONAL)",
      "### [x] Task 2: Set up",
      "### 🚀 Task 5: Ship [Size: S] [Depends: T012]",
      "### 任务 6：支付",
      "### AUTH-7: Lock accounts",
      "### 태스크 8: 결제",
      "### Overview of Task 2",
      "### 9. A section",
      "### FR-001: A requirement",
    );

    expect(tellTasks(document)).toEqual([
      "1.3 todo: Without a colon",
      "T012 done: Sell books",
      "T-004 todo ?: Print",
      "2 done: Set up",
      "5 todo: Ship",
      "6 todo: 支付",
      "AUTH-7 todo: Lock accounts",
      "8 todo: 결제",
    ]);
  });

  it("takes boxes under them for steps or criteria, never for tasks", () => {
    const document = read(
      "### Task 1: Sell books",
      "- [x] Write it",
      "- [ ] T099 Test it",
      "",
      "**Acceptance Criteria**:",
      "- [ ] Books are sold",
      "- [ ] Depends on: nothing",
      "#### Definition of Done",
      "- [ ] Reviewed",
      "### Task 2: Print",
    );

    expect(tellTasks(document)).toEqual([
      "1 in-progress: Sell books [Write it x, T099]",
      "2 todo: Print",
    ]);
    expect(document.tasks[0]?.doneWhen).toEqual([
      "Books are sold",
      "Depends on: nothing",
      "Reviewed",
    ]);
    expect(document.statements).toEqual([]);
  });

  it("reads keys as lines, bullets, bare names and headings", () => {
    const document = read(
      "### Task 1: A",
      "### Task 2: B",
      "**Type**: Implementation | **Priority**: P0 (Critical) | **Effort**: 4h",
      "**Assigned To**: Ann **Status**: [ ] Not Started / [x] Complete",
      "- **Files**:",
      "  - CREATE: `src/a.ts` (~80 lines - SMALL)",
      "  - DELETE: src/b.ts",
      "#### Dependencies",
      "- Depends on Task 1 (its schema).",
      "#### Risks & Mitigations",
      "- Slow: add a cache",
      "#### Validation",
      "```bash",
      "# all of them",
      "npm test -- \\",
      "  a.test.ts",
      "npm run lint",
      "# Expected: no errors",
      "```",
      "**Parallel Group**: Wave 1",
    );

    expect(document.tasks[1]).toMatchObject({
      type: "Implementation",
      priority: "critical",
      owner: "Ann",
      state: "done",
      effort: { hours: 4, minHours: 4, maxHours: 4, text: "4h" },
      files: [
        { path: "src/a.ts", action: "create" },
        { path: "src/b.ts", action: "delete" },
      ],
      risks: ["Slow: add a cache"],
      checks: [
        { command: "npm test -- a.test.ts", expects: undefined, line: 15 },
        { command: "npm run lint", expects: "no errors", line: 17 },
      ],
      notes: ["Parallel Group: Wave 1"],
    });
    expect(tellStatements(document)).toEqual(["2 after 1"]);
  });

  it("leaves a phase's keys to the phase", () => {
    const document = read(
      "## Phase 1: Start",
      "**Goal**: A shop",
      "**Duration**: 2 weeks",
      "**Status**: Complete",
      "### Task 1.1: A",
      "## Phase 2: Go on (3 days)",
      "**Prerequisites**: Phase 1",
      "### Task 2.1: B",
      "## Dependencies & Blockers",
      "- Task 2.1 needs a contract",
    );

    expect(tellTasks(document)).toEqual(["1.1 todo: A", "2.1 todo: B"]);
    expect(document.groups).toMatchObject([
      { id: "phase:1", goal: "A shop", durationHours: 80 },
      { id: "phase:2", durationHours: 24 },
    ]);
    expect(tellStatements(document)[0]).toBe("phase:2 after phase:1");
  });

  it("splits effort into development, testing and review", () => {
    const document = read(
      "### Task 1: A",
      "#### Estimated Effort",
      "**Development Time**: 6h",
      "**Testing Time**: 2h",
      "**Review Time**: 30m",
    );

    expect(document.tasks[0]?.effort).toEqual({
      hours: 8.5,
      minHours: 8.5,
      maxHours: 8.5,
      points: undefined,
      parts: { development: 6, testing: 2, review: 0.5 },
      text: "6h + 2h + 30m",
    });
  });

  it("reads bold paragraphs, and headings that hold tasks as groups", () => {
    const document = read(
      "### Task 4: Sell",
      "**Task 4.1**: Take orders",
      "- **Depends on**: none",
      "",
      "**Task 4.2: Print them** (2h)",
      "",
      "Some words.",
      "",
      "**Task 4.1** can wait for a while.",
      "## Epic 5: More",
      "### Story 5.1: Return",
      "As a reader I return books.",
      "**Given** a book",
    );

    expect(tellTasks(document)).toEqual([
      "4.1 todo: Take orders",
      "4.2 todo: Print them",
      "5.1 todo: Return",
    ]);
    expect(document.tasks[1]).toMatchObject({
      description: "Some words.\nTask 4.1 can wait for a while.",
    });
    expect(document.groups).toMatchObject([
      { title: "Sell", taskRefs: ["4.1", "4.2"] },
      { id: "epic:5", number: 5, taskRefs: ["5.1"] },
    ]);
  });

  it("lets numbering begin anew under each phase", () => {
    const document = read(
      "## Phase 1: A",
      "### Task 1: B",
      "## Phase 2: C",
      "### Task 1: D",
      "### Task 2: E",
      "**Depends on**: Task 1",
    );

    expect(tellTasks(document)).toEqual(["line:2 todo: B", "line:4 todo: D", "2 todo: E"]);
    expect(tellStatements(document)).toEqual(["2 after line:4"]);
    expect(document.diagnostics).toEqual([]);
  });

  it("takes work packages for tasks and their numbered boxes for steps", () => {
    const document = read(
      "# Work Packages",
      "## Work Package WP01: Core (Priority: P0)",
      "**Independent Test**: It starts.",
      "### Included Subtasks",
      "- [x] T001 Create `src/a.ts`",
      "- [x] T002 [P] Test it",
      "### Dependencies",
      "- None (starting package).",
      "## WP02 — Web",
      "### Included Subtasks",
      "- [ ] T003 Draw it",
      "### Dependencies",
      "- Depends on WP01 (its core).",
      "- Blocks WP03",
      "## Work Package WP03: Ship (Priority: P2)",
      "## Subtask Index",
      "| ID | Description | WP | Parallel |",
      "| --- | --- | --- | --- |",
      "| T001 | Create it | WP01 | N |",
      "| T003 | Draw it | WP02 | N |",
    );

    expect(tellTasks(document)).toEqual([
      "WP01 done: Core [T001 x, T002 x]",
      "WP02 todo: Web [T003]",
      "WP03 todo: Ship",
    ]);
    expect(document.tasks[0]).toMatchObject({ priority: "critical", doneWhen: ["It starts"] });
    expect(tellStatements(document)).toEqual(["WP01 none", "WP02 after WP01", "WP03 after WP02"]);
    expect(document.dialect).toBe("spec-kitty");
  });

  it("reads what its heading says once", () => {
    const document = read("### Task 1: One", "### Task 2: Two (depends on 1)");

    expect(tellStatements(document)).toEqual(["2 after 1"]);
    expect(document.diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("takes a bare code for an ID where a task's keys stand below it", () => {
    const document = read(
      "### A1 Design",
      "Owner: Ann",
      "### A2 Build",
      "Depends on: A1",
      "### Q3 Goals",
      "Owner: Ann",
      "### B2 is a letter",
      "Words.",
    );

    expect(tellTasks(document)).toEqual(["A1 todo: Design", "A2 todo: Build"]);
    expect(tellStatements(document)).toEqual(["A2 after A1"]);
  });

  it("takes tasks in bold that no blank line parts for several", () => {
    const document = read(
      "Words before.",
      "**Task 1: Draw**",
      "Depends on: none",
      "**Task 2: Build**",
      "Depends on: Task 1",
      "",
      "**T3**: it is the last, after",
      "**big** words",
    );

    expect(tellTasks(document)).toEqual([
      "1 todo: Draw",
      "2 todo: Build",
      expect.stringMatching(/^T3 todo: it is the last/),
    ]);
    expect(tellStatements(document)).toEqual(expect.arrayContaining(["1 none", "2 after 1"]));
  });

  it("hears how far a task is from marks in its heading", () => {
    const document = read(
      "### ✅ Task 1: Draw",
      "### Task 2: Build [IN PROGRESS]",
      "### Task 3: Ship [BLOCKED]",
      "### [x] Task 4: Sell",
      "### Task 5: Draw [done]s",
    );

    expect(tellTasks(document).slice(0, 4)).toEqual([
      "1 done: Draw",
      "2 in-progress: Build",
      "3 blocked: Ship",
      "4 done: Sell",
    ]);
  });
});
