import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "plan.md");

it("reads columns that say what must start after what and finish before what", () => {
  const document = readSpec(
    [
      "- [ ] T001 One",
      "- [ ] T002 Two",
      "- [ ] T003 Three",
      "",
      "| Task | Must start after | Must finish before |",
      "| --- | --- | --- |",
      "| T002 | T001 | T003 |",
    ].join("\n"),
  );

  expect(tellStatements(document)).toEqual(["T002 after T001", "T003 after T002"]);
});

describe("parseSpec on tables", () => {
  it("reads efforts under a Spanish name and takes no sum for a task", () => {
    const document = read(
      "| ID | Tarea | Esfuerzo |",
      "| --- | --- | --- |",
      "| T1 | Vender | 3h |",
      "| T2 | Imprimir | 2h |",
      "| 3 | **Total** | 5h |",
    );

    expect(tellTasks(document)).toEqual(["T1 todo: Vender", "T2 todo: Imprimir"]);
    expect(document.tasks.map((task) => task.effort?.hours)).toEqual([3, 2]);
  });

  it("reads rows by the names of their columns", () => {
    const document = read(
      "| # | Tarea | Est. | Depende | Owner | Aterriza en |",
      "| --- | --- | --- | --- | --- | --- |",
      "| 1 | Crear `db/a.sql` | 2h | — | Ann | |",
      "| 2 | [P] Vender | 1d | 1 | | `src/b.ts` |",
      "| 3 | Imprimir (optional) | 3-4 | 1, 2; w11/m2/t009 | Bob | |",
      "| | Total | 13h | | | |",
    );

    expect(tellTasks(document)).toEqual([
      "1 todo: Crear db/a.sql",
      "2 todo P: Vender",
      "3 todo: Imprimir",
    ]);
    expect(document.tasks.map((task) => [task.effort?.hours, task.owner])).toEqual([
      [2, "Ann"],
      [8, undefined],
      [3.5, "Bob"],
    ]);
    expect(document.tasks[1]?.files).toMatchObject([{ path: "src/b.ts" }]);
    expect(tellStatements(document)).toEqual(["2 after 1", "3 after 1,2", "3 external"]);
    expect(document.dialect).toBe("table");
  });

  it("fills headings and boxes with what rows about them say, and adds none", () => {
    const document = read(
      "| ID | Title | Estimate |",
      "| --- | --- | --- |",
      "| T001 | Schema | 2h |",
      "| T002 | API | 1d |",
      "| T009 | Forgotten | 1d |",
      "",
      "### T001 — Create the schema",
      "### T002 — Build the API",
      "- [x] T003 Step",
    );

    expect(tellTasks(document)).toEqual([
      "T001 todo: Create the schema",
      "T002 done: Build the API [T003 x]",
    ]);
    expect(document.tasks.map((task) => task.effort?.hours)).toEqual([2, 8]);
  });

  it("takes risk registers, teams, matrices and progress for what they are", () => {
    const document = read(
      "- [ ] T001 Sell",
      "",
      "## Risk Register",
      "| Task | Risk | Impact | Mitigation | Owner |",
      "| --- | --- | --- | --- | --- |",
      "| T001 | The shop burns | High | Insurance | Ann |",
      "| T001 | [Risk] | | | |",
      "",
      "## Team",
      "| Team Member | Primary Responsibilities | Tasks |",
      "| --- | --- | --- |",
      "| Ann | Backend | T001 |",
      "",
      "| Phase | Tasks | Completed | Status |",
      "| --- | --- | --- | --- |",
      "| 1. Start | 3 | 0 | Not started |",
      "",
      "| FR | WP | Owner |",
      "| --- | --- | --- |",
      "| FR-001 | WP01 | Ann |",
    );

    expect(tellTasks(document)).toEqual(["T001 todo: Sell"]);
    expect(document.risks).toMatchObject([
      { title: "The shop burns", impact: "High", mitigation: "Insurance", owner: "Ann", line: 6 },
    ]);
    expect(document.team).toMatchObject([{ name: "Ann", role: "Backend", line: 12 }]);
  });

  it("reads letters with numbers as IDs, and ranges over several of them", () => {
    const document = read(
      "| ID | Task | Prereq | Hours |",
      "| --- | --- | --- | --- |",
      "| A1 | Design | - | 4 |",
      "| A2 | Build | A1 | 2-3 |",
      "| B1 | Test | A1, A2 | 1 |",
      "| B2 | Ship | A1–B1 | 1 |",
    );

    expect(tellTasks(document)).toEqual([
      "A1 todo: Design",
      "A2 todo: Build",
      "B1 todo: Test",
      "B2 todo: Ship",
    ]);
    expect(tellStatements(document)).toEqual([
      "A2 after A1",
      "B1 after A1,A2",
      "B2 after A1,A2,B1",
    ]);
  });

  it("leaves decisions alone that are numbered so", () => {
    const document = read(
      "| ID | Description | Type | Priority |",
      "| --- | --- | --- | --- |",
      "| D1 | Use one store | architecture | high |",
      "| D2 | Sign all events | security | high |",
    );

    expect(document.tasks).toEqual([]);
  });
});

it.each(["Work item", "Item", "Story", "Issue", "Activity", "Step", "Deliverable"])(
  "takes titles under %s beside dependencies or estimates",
  (name) => {
    const found = readSpec(
      `| # | ${name} | Depends on | Story Points | Who |
| - | - | - | - | - |
| 1 | Draw<br>it | - | 3 | "Ada" |
| 2 | Build | #1 | 5 | Bob |`,
    );

    expect(found.tasks.map(({ title, owner, effort }) => [title, owner, effort?.points])).toEqual([
      ["Draw it", "Ada", 3],
      ["Build", "Bob", 5],
    ]);
  },
);

it.each([
  ["Points", 10],
  ["Hours", 5],
  ["Days", 40],
])("reads bare figures under %s", (name, hours) => {
  const found = readSpec(`| ID | Task | ${name} |\n| - | - | - |\n| T1 | Draw | 5 |`);

  expect(found.tasks[0]?.effort?.hours).toBe(hours);
});

it("takes issues with an owner alone for no tasks", () => {
  const found = readSpec("| # | Issue | Owner |\n| - | - | - |\n| 1 | It is slow | Ann |");

  expect(found.tasks).toEqual([]);
});
