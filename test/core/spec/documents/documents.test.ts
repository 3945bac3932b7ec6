import { describe, expect, it } from "@jest/globals";
import { parseSpec } from "../../../../src/core/spec/parse-spec.ts";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";
import { tellTasks } from "../../../support/tell-tasks.ts";

const readFolder = (files: Readonly<Record<string, readonly string[]>>) =>
  parseSpec(
    Object.entries(files).map(([path, lines]) => ({ path, text: lines.join("\n") })),
    "specs/shop",
  );

describe("parseSpec on files with front matter", () => {
  it("believes a file that says it is closed over the epic's unticked box", () => {
    const { tasks } = readFolder({
      "epic.md": ["---", "name: shop", "status: backlog", "---", "- [ ] #1 - Sell books"],
      "001.md": ["---", "name: Sell books", "status: closed", "depends_on: []", "---", "Sell."],
    });

    expect(tasks.map(({ ownId, state }) => `${ownId} ${state}`)).toEqual(["001 done"]);
  });

  it("takes each file of ccpm for a task, and merges the epic's boxes into them", () => {
    const document = readFolder({
      "epic.md": [
        "---",
        "name: shop",
        "status: backlog",
        "progress: 0%",
        "---",
        "# Epic: shop",
        "## Success Criteria",
        "- [ ] It is fast",
        "## Tasks Created",
        "- [ ] #1 - Create the schema (parallel: true)",
        "- [x] 002.md - Sell books (parallel: false, 2-3 hours)",
      ],
      "001.md": [
        "---",
        "name: Create the schema",
        "status: open",
        "github: [Will be updated when synced to GitHub]",
        "depends_on: []",
        "parallel: true",
        "---",
        "# Task: Create the schema",
        "## Description",
        "One table.",
        "## Acceptance Criteria",
        "- [ ] It exists",
        "## Effort Estimate",
        "- Size: M",
        "- Hours: 6-8",
      ],
      "002.md": [
        "---",
        "name: Sell books",
        "status: closed",
        "last_sync: 2025-01-01Zcompleted: 2025-01-02",
        "depends_on: [001]",
        "---",
        "- [ ] Draw it",
      ],
    });

    expect(tellTasks(document)).toEqual([
      "001 todo P: Create the schema",
      "002 done: Sell books [Draw it]",
    ]);
    expect(document.tasks[0]).toMatchObject({
      path: "001.md",
      line: 1,
      description: "One table.",
      doneWhen: ["It exists"],
      effort: { minHours: 6, maxHours: 8 },
    });
    expect(document.tasks[1]?.effort?.hours).toBe(2.5);
    expect(tellStatements(document, true)).toEqual(["002 after 001:5"]);
    expect(document.dialect).toBe("ccpm");
  });

  it("reads Backlog.md with its criteria", () => {
    const document = readSpec(
      [
        "---",
        "id: BACK-546",
        "title: Sell books",
        "status: In Progress",
        "assignee: ['@ann']",
        "priority: high",
        "dependencies:",
        "  - BACK-1",
        "---",
        "## Acceptance Criteria",
        "<!-- AC:BEGIN -->",
        "- [x] #1 Books are sold",
        "<!-- AC:END -->",
      ].join("\n"),
    );

    expect(tellTasks(document)).toEqual(["BACK-546 in-progress: Sell books"]);
    expect(document.tasks[0]).toMatchObject({
      owner: "@ann",
      priority: "high",
      doneWhen: ["#1 Books are sold"],
    });
    expect(document.statements).toMatchObject([{ kind: "unresolved", owner: "BACK-546", line: 8 }]);
  });

  it("reads plans of GSD by phase and number", () => {
    const document = readFolder({
      "01-01-PLAN.md": ["---", "phase: 01-setup", "plan: 01", "title: Set up", "---", "Text"],
      "01-02-PLAN.md": [
        "---",
        "phase: 01-setup",
        "plan: 02",
        'depends_on: ["01-01"]',
        "files_modified: [src/a.ts]",
        "---",
        "Text",
      ],
    });

    expect(tellTasks(document)).toEqual(["01-01 todo: Set up", "01-02 todo: 01-02"]);
    expect(document.tasks[1]?.files).toMatchObject([{ path: "src/a.ts" }]);
    expect(tellStatements(document)).toEqual(["01-02 after 01-01"]);
  });

  it("takes spec.md, plan.md and tasks.md for one spec, whose boxes count in tasks.md only", () => {
    const document = readFolder({
      "spec.md": ["# Feature: Shop", "### User Story 1 - Buy (Priority: P1)", "- [ ] Is it clear?"],
      "plan.md": ["# Plan", "## Summary", "- [x] Phase 0: research"],
      "tasks.md": ["# Tasks", "- [ ] Create it", "- [ ] Test it"],
    });

    expect(tellTasks(document)).toEqual(["tasks.md:2 todo: Create it", "tasks.md:3 todo: Test it"]);
    expect(document.files).toEqual(["spec.md", "plan.md", "tasks.md"]);
  });

  it("lists front matter and header fields", () => {
    const document = readSpec(
      [
        "---",
        "increment: 0008-faq",
        "---",
        "# Shop",
        "**Status**: Draft | **Created**: 2025-01-01",
        "**Owner**: [Name]",
        "",
        "- [ ] T001 Sell",
      ].join("\n"),
    );

    expect(document.fields).toMatchObject([
      { key: "increment", value: "0008-faq", line: 2 },
      { key: "status", value: "Draft", line: 5 },
      { key: "created", value: "2025-01-01", line: 5 },
    ]);
  });
});

describe("parseSpec on JSON", () => {
  const text = JSON.stringify(
    {
      master: {
        tasks: [
          {
            id: 1,
            title: "Set up",
            status: "done",
            priority: "high",
            dependencies: [],
            details: "npm",
            testStrategy: "Run it",
          },
          {
            id: "2",
            title: "Sell",
            status: "in-progress",
            dependencies: [1, "1.1"],
            subtasks: [{ id: 1, title: "Draw", status: "done" }],
          },
        ],
      },
      later: {
        tasks: [
          { id: 1, title: "Print" },
          { id: 2, title: "Bind", dependencies: ["1", 9] },
        ],
      },
    },
    undefined,
    2,
  );

  it("takes numbers of steps as beside them, and a step of another task for that task", () => {
    const document = readSpec(
      JSON.stringify({
        tasks: [
          { id: 1, title: "A", subtasks: [{ id: 1, title: "a" }] },
          { id: 2, title: "B", subtasks: [{ id: 1, title: "a", dependencies: ["1.1"] }] },
          {
            id: 3,
            title: "C",
            subtasks: [
              { id: 1, title: "a", dependencies: [] },
              { id: 2, title: "b", dependencies: [1, "3.1"] },
            ],
          },
        ],
      }),
      "tasks.json",
    );

    expect(tellStatements(document)).toEqual(["2 after 1"]);
  });

  it("reads task-master's tags, each with its own numbers", () => {
    const document = readSpec(text, "tasks.json");

    expect(tellTasks(document).map((told) => told.replace(/^line:\d+/, "line"))).toEqual([
      "line done: Set up",
      "line in-progress: Sell [2.1 x]",
      "line todo: Print",
      "line todo: Bind",
    ]);
    expect(document.groups.map((group) => [group.title, group.taskRefs.length])).toEqual([
      ["master", 2],
      ["later", 2],
    ]);
    expect(document.tasks[0]).toMatchObject({
      priority: "high",
      doneWhen: ["Run it"],
      description: "npm",
    });
    expect(document.statements.map(({ kind }) => kind)).toEqual([
      "edge",
      "edge",
      "edge",
      "unresolved",
    ]);
    expect(document.dialect).toBe("task-master");
  });

  it("refuses what is too deep, and reads what it can of what is broken", () => {
    const deep = readSpec(`{"tasks":${"[".repeat(5000)}`, "tasks.json");
    const broken = readSpec('{"tasks":[{"id":1,"title":"Sell"},{"id":', "tasks.json");

    expect(deep.diagnostics.map(({ code }) => code)).toEqual(["KS109"]);
    expect(tellTasks(broken)).toEqual(["1 todo: Sell"]);
  });
});
