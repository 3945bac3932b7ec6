import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../../support/read-spec.ts";
import { tellStatements } from "../../../../support/tell-statements.ts";
import { tellTasks } from "../../../../support/tell-tasks.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "tasks.md");

describe("parseSpec on boxes", () => {
  it("takes boxes without an ID for tasks where nothing better is there", () => {
    const document = read(
      "# Shop",
      "## Week 1: Core",
      "### Setup",
      "* [ ] Create the project",
      "+ [X] Add a linter",
      "1. [~] Sell books",
      "   - [ ] Take orders",
      "### Validation Engine",
      "- [ ] **Setup**: Validate orders (4h)",
      "- [ ] **Verify**: it works",
      "- [ ] SC-001: fast",
      "## Quality Gates",
      "- [ ] Tests pass",
      "## Notes",
      "**Release checklist:**",
      "- [ ] Tell people",
    );

    expect(tellTasks(document)).toEqual([
      "line:4 todo: Create the project",
      "line:5 done: Add a linter",
      "line:6 in-progress: Sell books [Take orders]",
      "line:9 todo: Setup: Validate orders",
    ]);
    expect(document.groups).toMatchObject([{ id: "week:1", number: 1, title: "Core" }]);
    expect(document.dialect).toBe("checklist");
  });

  it("takes them for tasks beside tasks with an ID, and nowhere else", () => {
    const document = read(
      "## Phase 1: A",
      "- [ ] T001 Create it",
      "- [ ] Test it",
      "## Review",
      "- [ ] Look at it",
    );

    expect(tellTasks(document)).toEqual(["T001 todo: Create it", "line:3 todo: Test it"]);
  });

  it("reads seed-like tasks with steps, files, criteria and checks", () => {
    const document = read(
      "- [ ] **T031: Reserve credit** (8h)",
      "",
      "  **Description:**",
      "  Locks credit",
      "  for a while.",
      "",
      "  **Subtasks:**",
      "  - [x] T031.1: Write reserve() (2h)",
      "    - Files: `src/a.ts`",
      "    - Output: A method",
      "  - [ ] T031.2: Test it (90 min)",
      "",
      "  **Files:**",
      "  - CREATE: `src/a.ts` (~150 lines - SMALL)",
      "",
      "  **Acceptance Criteria:**",
      "  - [ ] Credit is locked",
      "",
      "  **Validation:**",
      "  ```bash",
      "  npm test",
      "  ```",
      "",
      "  **Expected Outcome:**",
      "  Nothing is spent twice.",
    );

    expect(document.tasks).toHaveLength(1);
    expect(document.tasks[0]).toMatchObject({
      title: "Reserve credit",
      description: "Locks credit for a while.",
      effort: { hours: 8 },
      subtasks: [
        {
          id: "T031.1",
          title: "Write reserve()",
          isDone: true,
          hours: 2,
          output: "A method",
          line: 8,
          files: [{ path: "src/a.ts", action: undefined }],
        },
        { id: "T031.2", title: "Test it", isDone: false, hours: 1.5, line: 11 },
      ],
      files: [{ path: "src/a.ts", action: "create" }],
      doneWhen: ["Credit is locked", "Nothing is spent twice"],
      checks: [{ command: "npm test", line: 21 }],
      state: "todo",
    });
  });

  it("reads fields in brackets of a line", () => {
    const document = read(
      "- [ ] [P] T001 [US2] [P1] Sell in src/a.ts [owner: ann] [files: src/b.ts] (~2h)",
      "- [x] implementation: T02 — print [depends: T001] [shared_state: true] ✅ COMPLETE",
      "- [ ] Task 3 (AC: #1, #2)",
      "  - [ ] Subtask 3.1: draw",
      "- [ ] **T004: [P] Draw it.**",
    );

    expect(tellTasks(document)).toEqual([
      "T001 todo P: Sell in src/a.ts",
      "T02 done: print",
      "3 todo: 3 [3.1]",
      "T004 todo P: Draw it.",
    ]);
    expect(document.tasks[0]).toMatchObject({
      owner: "ann",
      priority: "high",
      story: "US2",
      effort: { hours: 2 },
      files: [{ path: "src/a.ts" }, { path: "src/b.ts" }],
    });
    expect(document.tasks[2]?.requirements).toEqual(["AC-1", "AC-2"]);
    expect(tellStatements(document)).toEqual(["T02 after T001"]);
  });

  it("leaves out legends, fences, requirements and lines about several tasks", () => {
    const document = read(
      "- [ ] T001 Create it",
      "",
      "Text",
      "",
      "## Format",
      "- [ ] `T###`: the ID",
      "- [ ] [P] may run beside others",
      "```",
      "- [ ] T002 Not a task",
      "```",
      "- [ ] FR-001: It must",
      "- [ ] T003, T004 are done",
    );

    expect(tellTasks(document)).toEqual(["T001 todo: Create it"]);
  });

  it("reads bullets with hours and `after:`", () => {
    const document = read(
      "## Selling",
      "- Create the schema (3h)",
      "- Sell books (1d) after: Create the schema",
      "  ```accept",
      '  [{"type": "command", "cmd": "npm test"}]',
      "  ```",
    );

    expect(tellTasks(document)).toEqual([
      "line:2 todo: Create the schema",
      "line:3 todo: Sell books",
    ]);
    expect(document.tasks[1]).toMatchObject({
      effort: { hours: 8 },
      checks: [{ command: "npm test" }],
    });
    expect(tellStatements(document)).toEqual(["line:3 after line:2"]);
  });

  it("reads OpenSpec's numbered boxes under numbered headings", () => {
    const document = read(
      "## 1. Core",
      "- [x] 1.1 Create it",
      "- [ ] 1.2 Test it",
      "## 2. Web",
      "+ [ ] 2.1 Draw it",
    );

    expect(tellTasks(document)).toEqual([
      "1.1 done: Create it",
      "1.2 todo: Test it",
      "2.1 todo: Draw it",
    ]);
    expect(document.dialect).toBe("openspec");
  });

  it("reads marks and spaces in boxes as what they plainly mean", () => {
    const document = read(
      "- [ ] T001 Plain",
      "- [/] T002 Half",
      "- [>] T003 Put off",
      "- [?] T004 Asked",
      "- [✓] T005 Ticked",
      "- [ x ] T006 Wide",
      "- [ ]T007 Tight",
      "- [x](https://x.test) is a link",
      "- [ ] T008 Steps",
      "  - [✓] T008.1 One",
    );

    expect(document.tasks.map(({ ownId, state }) => `${ownId} ${state}`)).toEqual([
      "T001 todo",
      "T002 in-progress",
      "T003 deferred",
      "T004 blocked",
      "T005 done",
      "T006 done",
      "T007 todo",
      "T008 todo",
    ]);
    expect(document.tasks.at(-1)?.subtasks).toMatchObject([{ id: "T008.1", isDone: true }]);
  });

  it("keeps a step's number with a colon as its ID", () => {
    const document = read("- [ ] **1.3**: Sell", "  - [ ] one", "  - [x] 1.3.2: two");

    expect(document.tasks).toMatchObject([
      { ownId: "1.3", subtasks: [{ id: undefined }, { id: "1.3.2", title: "two" }] },
    ]);
  });

  it("takes a template's items for no tasks, and says so", () => {
    const document = read(
      "# Tasks: [FEATURE NAME]",
      "- [ ] T001 Sell books",
      "- [ ] T002 Create [Entity1] model in src/models/[entity1].py",
      "- [ ] T003 [US1] Implement [Service] in src/services/",
      "- [ ] **T{{n}}: {{title}}**",
    );

    expect(tellTasks(document)).toEqual(["T001 todo: Sell books"]);
    expect(document.diagnostics.map(({ code, at }) => `${code}:${at.line}`)).toEqual([
      "KS105:1",
      "KS105:3",
      "KS105:4",
      "KS105:5",
    ]);
  });

  it("reads a validation command as a check", () => {
    const [task] = read("- [ ] T001 Sell", "  - **Validation Command**: `npm test`").tasks;

    expect(task?.checks).toMatchObject([{ command: "npm test" }]);
  });

  it("takes bullets among boxes for tasks where their IDs are no other task's", () => {
    const document = read(
      "# Shop",
      "- [ ] T001 One",
      "- T002 Two (depends on T001)",
      "- T001 is the first",
      "- T003 depends on T002",
      "- T004 removed",
      "## Notes",
      "- T005 Five",
    );

    expect(tellTasks(document)).toEqual(["T001 todo: One", "T002 todo: Two"]);
  });
});

describe("parseSpec on numbered boxes without IDs", () => {
  it("lets text call them by their numbers, those of the same group where several have one", () => {
    const document = read(
      "## Phase 1: A",
      "1. [x] One",
      "2. [ ] Two (needs 1)",
      "## Phase 2: B",
      "1. [ ] Three",
      "2. [ ] Four (depends on 1)",
    );

    expect(tellStatements(document)).toEqual(["line:3 after line:2", "line:6 after line:5"]);
  });

  it.each([
    [" ", "In progress", "in-progress"],
    [" ", "✅ Complete", "done"],
    [" ", "Blocked", "blocked"],
    [" ", "Todo", "todo"],
    ["x", "Blocked", "done"],
    ["~", "Done", "in-progress"],
  ])("hears a status below a box [%s] that is empty: %s", (box, status, state) => {
    const document = read(`- [${box}] T001 Sell books`, `  - Status: ${status}`);

    expect(document.tasks).toMatchObject([{ state }]);
  });

  it("reads owner, estimate and files as people write them", () => {
    const { tasks, statements, diagnostics } = read(
      "- [ ] T001 Sell (owner: Ada) [4h]",
      "- [ ] T002 Pack @maria",
      '  - Owner: "Bob Ray"',
      "- [ ] T003 Send",
      '  - owner: "Bob Ray"',
      "  - severity: High",
      "  - depends-on: T001",
      "  - files: [src/a.ts, src/b.ts]",
      "- [ ] T004 Mail to ann@maria about `[4h]`",
    );

    expect(tasks.map(({ title, owner, effort }) => [title, owner, effort?.hours])).toEqual([
      ["Sell", "Ada", 4],
      ["Pack", "@maria", undefined],
      ["Send", "Bob Ray", undefined],
      ["Mail to ann@maria about [4h]", undefined, undefined],
    ]);
    expect(tasks[2]?.priority).toBe("high");
    expect(tasks[2]?.files.map(({ path }) => path)).toEqual(["src/a.ts", "src/b.ts"]);
    expect(statements).toMatchObject([{ kind: "edge", owners: ["T003"], on: ["T001"] }]);
    expect(diagnostics).toEqual([]);
  });

  it("takes no order in brackets for a placeholder", () => {
    expect(read("- [ ] T001 Draw", "- [ ] T002 Build [needs T001]").diagnostics).toEqual([]);
  });
});
