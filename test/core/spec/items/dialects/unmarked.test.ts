import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "plan.md");

const headings = [
  "# Shop",
  "## Tasks",
  "### Build the API",
  "- **Depends on:** Design the schema",
  "- **Estimate:** 4h",
  "### Design the schema",
  "Estimate: 2h",
  "- [ ] tables",
  "### Write docs",
  "**Depends on:** Build the API, Design the schema",
];
const numbers = [
  "# Shop",
  "1. **Set up**",
  "2. Build the API (4h, after 1)",
  "3. Pay; needs #1 and #2, can run in parallel with 4",
  "4. Write docs",
];
const rows = [
  "| Task | Depends on | Estimate |",
  "| --- | --- | --- |",
  "| Design | None | 4h |",
  "| Build | Design | 1d |",
  "| Ship | Build; Design | 1h |",
];

describe("parseSpec where nothing is marked as a task", () => {
  it("takes headings with a task's keys below them", () => {
    const document = read(...headings);

    expect(tellTasks(document)).toEqual([
      "line:3 todo: Build the API",
      "line:6 todo: Design the schema [tables]",
      "line:9 todo: Write docs",
    ]);
    expect(tellStatements(document)).toEqual(["line:3 after line:6", "line:9 after line:3,line:6"]);
    expect(document.tasks[0]?.effort?.hours).toBe(4);
  });

  it("takes numbered items that name each other", () => {
    const document = read(...numbers);

    expect(document.tasks.map(({ ownId }) => ownId)).toEqual(["1", "2", "3", "4"]);
    expect(tellStatements(document)).toEqual(["2 after 1", "3 after 1,2"]);
  });

  it("takes numbered items under a heading called tasks, and only those", () => {
    const lists = ["1. Draw it", "2. Build it", "## Notes", "1. Words", "2. More"];

    expect(tellTasks(read("## Implementation Tasks", ...lists))).toEqual([
      "1 todo: Draw it",
      "2 todo: Build it",
    ]);
    expect(read("## Completed Tasks", ...lists).tasks).toEqual([]);
  });

  it("takes rows of a table of tasks by their titles", () => {
    const document = read(...rows);

    expect(document.tasks.map(({ title }) => title)).toEqual(["Design", "Build", "Ship"]);
    expect(tellStatements(document)).toHaveLength(3);
  });

  it.each([
    ["with a colon", "- T001: Create the schema", "- T002: Write the API (depends on T001)"],
    ["in bold", "- **T001** Create the schema", "- **T002** Write the API (depends on T001)"],
    [
      "in waves",
      "## Wave 1",
      "- **T001** - Create the schema",
      "- **T002** - Write the API (needs T001)",
    ],
  ])("takes bullets with IDs %s", (_, ...lines) => {
    const document = read(
      "# Shop",
      ...lines,
      "## Execution order",
      "- T001 First of all",
      "- T003 In parallel",
      "## Notes",
      "- T004 Old words",
      "- T001 is the hard one",
    );

    expect(tellTasks(document)).toEqual([
      "T001 todo: Create the schema",
      "T002 todo: Write the API",
    ]);
    expect(tellStatements(document)).toContain("T002 after T001");
  });

  it("takes no bullets with IDs beside boxes or tables of tasks", () => {
    const more = ["## More", "- T001: Create the schema", "- T002: Write the API"];
    const boxes = read("- [ ] Sell books", "", ...more);
    const table = read(
      "| ID | Task | Estimate |",
      "| --- | --- | --- |",
      "| T8 | Design | 4h |",
      "",
      ...more,
      "## Notes",
      "- T8 is hard",
    );

    expect(boxes.tasks.map(({ title }) => title)).toEqual(["Sell books"]);
    expect(table.tasks.map(({ title }) => title)).toEqual(["Design"]);
  });

  it.each([
    ["headings", headings],
    ["numbered items", numbers],
    ["rows", rows],
  ])("takes no %s for tasks beside tasks with IDs", (_, lines) => {
    const document = read(...lines, "", "## More", "- [ ] T001 Sell books");

    expect(tellTasks(document)).toEqual(["T001 todo: Sell books"]);
  });

  it.each([
    ["steps of a story", ["1. Open the shop", "2. Press buy", "3. See the receipt"]],
    ["one heading with an effort", ["# Shop", "## Backend", "Estimate: 3 weeks", "Words."]],
    ["a table of people", ["| Name | Role |", "| --- | --- |", "| Ann | Backend |"]],
    ["phases", ["## Phase 1: A", "Estimate: 3d", "## Phase 2: B", "Estimate: 3d"]],
  ])("takes no %s for tasks", (_, lines) => {
    expect(read(...lines).tasks).toEqual([]);
  });

  it("leaves boxes the tasks of sections that have a duration", () => {
    const document = read(
      "## Backend",
      "Estimate: 3 weeks",
      "- [ ] Build the API",
      "## Frontend",
      "Estimate: 2 weeks",
      "- [ ] Build the page",
    );

    expect(document.tasks.map(({ title }) => title)).toEqual(["Build the API", "Build the page"]);
  });
});
