import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "tasks.md");

describe("parseSpec on Kiro's tasks", () => {
  it("takes leaves for tasks and their parents for groups, nested or not", () => {
    const document = read(
      "# Implementation Plan",
      "- [x] 1. Set up",
      "- [x] 1.1 Create the project",
      "  - Write package.json",
      "  - _Requirements: 1.2, 3.4_",
      "- [ ] 1.2 (P) Add a linter",
      "- [ ]* 2. Sell books",
      "  - [~] 2.1 Take orders",
      "    - _Depends: 1.1, 1.2_",
      "  - [ ]* 2.2 (P) Test orders",
      "  - [-] 2.1b Take them again",
    );

    expect(tellTasks(document)).toEqual([
      "1.1 done: Create the project",
      "1.2 todo P: Add a linter",
      "2.1 in-progress: Take orders",
      "2.2 todo P ?: Test orders",
      "2.1b deferred: Take them again",
    ]);
    expect(document.groups).toMatchObject([
      { id: "section:2", title: "Set up", taskRefs: ["1.1", "1.2"] },
      { id: "section:7", title: "Sell books", taskRefs: ["2.1", "2.2", "2.1b"] },
    ]);
    expect(document.tasks[0]).toMatchObject({
      description: "Write package.json",
      requirements: ["1.2", "3.4"],
    });
    expect(tellStatements(document)).toEqual(["2.1 after 1.1,1.2"]);
    expect(document.dialect).toBe("kiro");
  });

  it("takes third numbers for steps of the second", () => {
    const document = read(
      "- [ ] 1. A",
      "- [ ] 1.1 B",
      "  - [x] 1.1.1 C",
      "- [ ] 1.1.2 D (2h)",
      "- [ ] 1.2 E",
    );

    expect(tellTasks(document)).toEqual(["1.1 todo: B [1.1.1 x, 1.1.2]", "1.2 todo: E"]);
    expect(document.tasks[0]?.subtasks[1]).toMatchObject({ hours: 2, line: 4 });
  });

  it("takes first numbers for tasks where there are no others", () => {
    const document = read("- [ ] 1. A", "  - [ ] write it", "- [x] 2. B", "- [ ] 10. C");

    expect(tellTasks(document)).toEqual(["1 todo: A [write it]", "2 done: B", "10 todo: C"]);
  });

  it("reads a task written as a heading and as a box once", () => {
    const document = read(
      "## Tasks",
      "- [x] 1. Create the schema",
      "- [ ] 2. Sell books",
      "## Details",
      "### Task 1: Create the schema",
      "**Files**: db/a.sql",
      "### Task 2: Sell books",
      "**Depends on**: Task 1",
      "### Task 3: Old - REMOVED",
      "Not done.",
    );

    expect(tellTasks(document)).toEqual(["1 done: Create the schema", "2 todo: Sell books"]);
    expect(document.tasks[0]?.files).toMatchObject([{ path: "db/a.sql" }]);
    expect(tellStatements(document)).toEqual(["2 after 1"]);
    expect(document.diagnostics).toEqual([]);
  });

  it("lets what a parent waits for hold for its tasks", () => {
    const document = read(
      "- [ ] 1. A",
      "  - [ ] 1.1 B",
      "- [ ] 2. C",
      "  - **Depends on**: Task 1",
      "  - [ ] 2.1 D",
      "  - [ ] 2.2 E",
    );

    expect(tellStatements(document)).toEqual(["2.1 after 1.1", "2.2 after 1.1"]);
  });

  it("leaves out criteria at the end, numbered or not", () => {
    const document = read(
      "- [ ] 1. A",
      "- [ ] 2. B",
      "## Success Criteria",
      "- [ ] 3. Everything is fast",
      "- [ ] All tests pass",
      "## Emergency Procedures",
      "- [ ] Call Ann",
    );

    expect(tellTasks(document)).toEqual(["1 todo: A", "2 todo: B"]);
  });
});
