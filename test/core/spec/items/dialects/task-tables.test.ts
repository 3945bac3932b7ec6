import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "tasks.md");

describe("a table under a task", () => {
  it("lists its steps, beside boxes before and after it", () => {
    const document = read(
      "### Task 2: Build the cart",
      "- [ ] Draw it",
      "",
      "| Step | What | Hours | Status |",
      "| --- | --- | --- | --- |",
      "| 1 | Write the model | 2 | done |",
      "| 2 | Write the view | 1.5 | |",
      "",
      "- [x] Show it",
    );

    const [task] = document.tasks;
    expect(tellTasks(document)).toEqual([
      "2 in-progress: Build the cart [Draw it, Show it x, Write the model x, Write the view]",
    ]);
    expect(task?.subtasks.map(({ title, hours, line }) => [title, hours, line])).toEqual([
      ["Draw it", undefined, 2],
      ["Show it", undefined, 9],
      ["Write the model", 2, 6],
      ["Write the view", 1.5, 7],
    ]);
  });

  it("says what its steps wait for, and so what the task waits for", () => {
    const document = read(
      "### Task 2: Build the cart",
      "### Task 3: Ship it",
      "| ID | Subtask | Depends on |",
      "| --- | --- | --- |",
      "| 3.1 | Pack | 2 |",
      "| 3.2 | Send | 3.1 |",
      "### Task 4: Thank",
      "| # | Subtask | Depends on |",
      "| --- | --- | --- |",
      "| 1 | Write | — |",
      "| 2 | Mail | 1 |",
    );

    expect(tellTasks(document).slice(1)).toEqual([
      "3 todo: Ship it [3.1, 3.2]",
      "4 todo: Thank [Write, Mail]",
    ]);
    expect(tellStatements(document)).toEqual(["3 after 2"]);
  });

  it("holds its keys, or the values of the key over it", () => {
    const document = read(
      "### Task 1: Draw",
      "### Task 2: Build the cart",
      "| Field | Value |",
      "| --- | --- |",
      "| Effort | 3h |",
      "| Depends on | Task 1 |",
      "",
      "#### Acceptance criteria",
      "| Measure | Target |",
      "| --- | --- |",
      "| Latency | below 200 ms |",
    );

    const task = document.tasks[1];
    expect([task?.effort?.hours, task?.doneWhen, task?.subtasks]).toEqual([
      3,
      ["Latency below 200 ms"],
      [],
    ]);
    expect(tellStatements(document)).toEqual(["2 after 1"]);
  });

  it("is no list of steps where it is about something else", () => {
    const document = read(
      "### Task 1: Serve orders",
      "| # | Endpoint | Description |",
      "| --- | --- | --- |",
      "| 1 | GET /orders | All orders |",
      "",
      "| ID | Risk | Mitigation |",
      "| --- | --- | --- |",
      "| 1 | Late | Hurry |",
    );

    expect(document.tasks[0]?.subtasks).toEqual([]);
  });

  it("speaks of all tasks under a heading on dependencies, as a graph does anywhere", () => {
    const document = read(
      "### Task 1: Draw",
      "### Task 2: Build",
      "### Task 3: Ship",
      "#### Dependency matrix",
      "| Task | Depends on |",
      "| --- | --- |",
      "| Task 3 | Task 2 |",
      "",
      "```mermaid",
      "graph TD",
      "  A[Task 1] --> B[Task 3]",
      "```",
    );

    expect(tellStatements(document)).toEqual(["3 after 2", "3 after 1"]);
  });
});

describe("a task of which all words are struck out", () => {
  it("is cancelled, unless it is done", () => {
    const document = read(
      "- [ ] ~~T001 Sell by mail~~",
      "- [x] ~~T002 Draw it~~",
      "- [ ] T003 ~~Sell books~~",
      "- [ ] T004 Sell ~~books~~ maps",
      "### ~~Task 5: Rent~~",
    );

    expect(document.tasks.map(({ state }) => state)).toEqual([
      "cancelled",
      "done",
      "cancelled",
      "todo",
      "cancelled",
    ]);
  });
});
