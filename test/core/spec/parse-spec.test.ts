import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../support/read-spec.ts";
import { tellStatements } from "../../support/tell-statements.ts";

const read = (...lines: readonly string[]) => readSpec(lines.join("\n"), "specs/shop/tasks.md");
const codesOf = (document: ReturnType<typeof read>) =>
  document.diagnostics.map(({ code, at }) => `${code}:${at.line}`);

describe("parseSpec on numbered tasks of phases", () => {
  const document = read(
    "# Tasks: Bookshop",
    "",
    "## Implementation Order",
    "",
    "### Phase 1: Foundation",
    "",
    "- [x] **Task 1.1**: Create the order table",
    "  - **Description**: One table for orders",
    "    - with a key",
    "  - **Files**: CREATE: `db/orders.sql`, EDIT: src/db.ts",
    "  - **Done when**: The migration runs; the table exists",
    "  - **Type**: Migration",
    "- [~] **Task 1.2**: Create the basket",
    "",
    "### Phase 2: Shop (Priority: P2)",
    "",
    "- [ ] **Task 2.1**: Sell books",
    "  - **DEPENDS ON**: Task 1.1, 1.2",
    "  - **blocks**: 2.2",
    "- [ ] **Task 2.2**: Ship books",
    "  - Prerequisites:",
    "    - Task 1.x (both)",
    "    - The courier's account",
  );

  it("reads what a task says under its keys", () => {
    expect(document.tasks[0]).toMatchObject({
      ref: "1.1",
      ownId: "1.1",
      title: "Create the order table",
      phase: 1,
      groupId: "phase:1",
      state: "done",
      isParallel: false,
      description: "One table for orders\nwith a key",
      files: [
        { path: "db/orders.sql", action: "create" },
        { path: "src/db.ts", action: "edit" },
      ],
      doneWhen: ["The migration runs", "the table exists"],
      type: "Migration",
      line: 7,
      column: 1,
    });
  });

  it("groups tasks by phase", () => {
    expect(document.groups).toMatchObject([
      { id: "phase:1", kind: "phase", number: 1, title: "Foundation", taskRefs: ["1.1", "1.2"] },
      { id: "phase:2", number: 2, title: "Shop", priority: "medium", taskRefs: ["2.1", "2.2"] },
    ]);
  });

  it("resolves lists, wildcards, inverse keys and bullets, each with its line", () => {
    expect(tellStatements(document, true)).toEqual([
      "2.1 after 1.1,1.2:18",
      "2.2 after 2.1:19",
      "2.2 after 1.1,1.2:22",
      "2.2 external:23",
    ]);
  });

  it("knows the dialect, takes the title and finds nothing wrong", () => {
    expect(document).toMatchObject({ dialect: "phase-tasks", title: "Bookshop", diagnostics: [] });
  });
});

describe("parseSpec on spec-kit tasks", () => {
  const document = read(
    "# Tasks: Bookshop",
    "",
    "## Format: `[ID] [P?] [Story] Description`",
    "",
    "- **[P]**: Can run in parallel (different files, no dependencies)",
    "",
    "## Phase 1: Setup (Shared Infrastructure)",
    "",
    "- [ ] T001 Create the schema in `db/schema.sql`",
    "- [ ] T002 [P] [P1] Add a linter in biome.json",
    "",
    "## Phase 2: Foundational (Blocking Prerequisites)",
    "",
    "**⚠️ CRITICAL**: No user story work can begin until this phase is complete",
    "",
    "- [X] **T003** Log errors (depends on T001,",
    "  T002: both; logging.md)",
    "",
    "## Phase 3: User Story 1 - Buy a book (Priority: P1) 🎯 MVP",
    "",
    "### Tests for User Story 1",
    "",
    "- [-] T004 [P] [US1] Test buying in tests/buy.test.ts",
    "### Implementation",
    "- [!] T005: [P] [US1+US2] Sell in src/sell.ts (depends on T003-T004)",
    "",
    "## Phase 4: User Story 2 - Return a book",
    "",
    "- [ ] T006 [US2] Take books back",
    "",
    "## Phase 5: Polish & Cross-Cutting Concerns",
    "",
    "- [ ] T105a Tidy up; can run in parallel with T006 (not blocked on T005)",
    "",
    "## Dependencies & Execution Order",
    "",
    "- **Setup (Phase 1)**: No dependencies - can start immediately",
    "- **Foundational (Phase 2)**: Depends on Setup completion - BLOCKS all user stories",
    "- **User Stories (Phase 3+)**: All depend on Foundational phase completion",
    "  - They can then proceed in parallel",
    "- **User Story 2 (P2)**: Can start after Foundational (Phase 2) - may use US1",
    "- **Polish (Final Phase)**: Depends on all desired user stories being complete",
    "- T001, T002 block T003",
    "- T004 → T005",
    "- Models before services",
  );

  it("reads boxes, tags, files and titles", () => {
    const told = document.tasks.map(({ ref, state, isParallel, story, title, files }) =>
      [
        ref,
        state,
        isParallel ? "P" : "",
        story ?? "",
        title,
        ...files.map((file) => file.path),
      ].join("|"),
    );
    expect(told).toEqual([
      "T001|todo|||Create the schema in db/schema.sql|db/schema.sql",
      "T002|todo|P||Add a linter in biome.json|biome.json",
      "T003|done|||Log errors",
      "T004|deferred|P|US1|Test buying in tests/buy.test.ts|tests/buy.test.ts",
      "T005|blocked|P|US1|Sell in src/sell.ts|src/sell.ts",
      "T006|todo||US2|Take books back",
      "T105a|todo|||Tidy up; can run in parallel with T006 (not blocked on T005)",
    ]);
  });

  it("makes one group of a phase and its story", () => {
    expect(document.groups[2]).toMatchObject({
      id: "phase:3",
      kind: "phase",
      story: "US1",
      title: "Buy a book",
      priority: "high",
      taskRefs: ["T004", "T005"],
    });
  });

  it("ends every statement as an edge, none or external, and makes none of parallel words", () => {
    expect(tellStatements(document, true)).toEqual([
      "phase:3,phase:4 after phase:2:14",
      "T003 after T001:16",
      "T003 after T002:16",
      "T003 external:17",
      "T005 after T003,T004:25",
      "- none:37",
      "phase:2 after phase:1:38",
      "phase:3,phase:4 after phase:2:38",
      "phase:3,phase:4 after phase:2:39",
      "phase:4 after phase:2:41",
      "phase:5 after phase:3,phase:4:42",
      "T003 after T001,T002:43",
      "T005 after T004:44",
      "- external:45",
    ]);
  });

  it("is sure of a task's own words and less of rules", () => {
    const confidences = document.statements.flatMap((statement) =>
      statement.kind === "edge" || statement.kind === "group-edge" ? statement.confidence : [],
    );
    expect(new Set(confidences)).toEqual(new Set([0.9, 1]));
    expect(document.statements.find((statement) => statement.line === 25)).toMatchObject({
      confidence: 1,
      reason: undefined,
    });
  });
});

describe("parseSpec on what only looks like a task", () => {
  it("leaves out boxes without an ID, in code, and of requirements", () => {
    const document = read(
      "# Checks",
      "- [ ] Verified: no circular dependencies",
      "- [ ] **Verify**: it works",
      "- [ ] **SC-001**: fast",
      "- [ ] `[ID]` `[P?]` Description",
      "- T009 no box",
      "```",
      "- [ ] T001 in a fence",
      "```",
      "<!-- - [ ] T002 in a comment -->",
    );

    expect(document.tasks).toEqual([]);
    expect(codesOf(document)).toEqual(["KS101:1"]);
  });

  it("names in the message for no tasks only what would be one", () => {
    const { diagnostics } = read("# Hello", "", "Just words.");
    const [message = ""] = diagnostics.map((each) => each.message);

    const shown = [...message.matchAll(/`([^`]+)`/g)].map(([, line = ""]) => line);

    expect(shown.length).toBeGreaterThan(2);
    for (const line of shown) {
      expect(read("# Tasks", "", line).tasks).toMatchObject([{ title: "Create the user table" }]);
    }
  });

  it("reports what a template left and makes no task of it", () => {
    const document = read(
      "# Tasks: [Feature Name]",
      "",
      "- [ ] T00X [US1] Something",
      "- [ ] **Task 1.1**: [Title]",
      "- [ ] **Task 1.2**: Real",
      "  - **Depends on**: [Task IDs this needs]",
      "",
      "## Temporal Logic Constraints",
      "",
      "| Constraint | Type | Rationale |",
      "| --- | --- | --- |",
      "| [Constraint] | [Type] | [Why] |",
    );

    expect(document.tasks.map((task) => task.ref)).toEqual(["1.2"]);
    expect(document.statements).toEqual([]);
    expect(document.temporal).toEqual([]);
    expect(document.title).toBe("shop");
    expect(codesOf(document)).toEqual(["KS105:1", "KS105:3", "KS105:4", "KS105:6", "KS105:12"]);
  });

  it("takes steps of a task as part of it", () => {
    const document = read("- [ ] **T031: Reserve** (8h)", "  - [ ] T031.1: Write it (2h)");

    expect(document.tasks).toHaveLength(1);
    expect(document.tasks[0]).toMatchObject({
      title: "Reserve",
      effort: { hours: 8, text: "8h" },
      subtasks: [{ id: "T031.1", title: "Write it", hours: 2, isDone: false, line: 2 }],
    });
  });
});

describe("parseSpec on faults", () => {
  it("names both lines of an ID given twice, and tells the tasks apart", () => {
    const document = read("- [ ] T001 One", "- [ ] T1 Two", "- [ ] T002 Three (depends on T001)");

    expect(document.tasks.map((task) => task.ref)).toEqual(["line:1", "line:2", "T002"]);
    expect(tellStatements(document)).toEqual(["T002 unresolved"]);
    expect(codesOf(document)).toEqual(["KS102:2", "KS103:3"]);
    expect(document.diagnostics[0]?.message).toContain('line 2 has the ID of "One" on line 1');
  });

  it("reads a task once that is listed again with the same title", () => {
    const document = read("- [ ] T001 One", "", "# Later", "- [x] T001 One");

    expect(document.tasks.map((task) => task.state)).toEqual(["todo"]);
    expect(codesOf(document)).toEqual(["KS110:4"]);
  });

  it("reports an unknown reference where it stands and keeps the known ones", () => {
    const document = read("- [ ] T001 One", "- [ ] T002 Two (depends on T001, T999 and Phase 7)");

    expect(tellStatements(document)).toEqual([
      "T002 after T001",
      "T002 unresolved",
      "T002 unresolved",
    ]);
    expect(document.statements.map(({ text }) => text).slice(1)).toEqual(["T999", "Phase 7"]);
    expect(document.diagnostics.map(({ at }) => at.column)).toEqual([34, 43]);
  });

  it("reports a task that waits for itself", () => {
    const document = read("- [ ] T001 One (depends on T001)");

    expect(tellStatements(document)).toEqual(["T001 unresolved"]);
    expect(codesOf(document)).toEqual(["KS111:1"]);
  });

  it.each([
    ["swallows tasks", "- [ ] T002 Two", "error"],
    ["swallows none", "words", "warning"],
  ])("reports a fence that is never closed and %s", (_, inside, severity) => {
    const document = read("- [ ] T001 One", "", "```sh", inside);

    expect(document.diagnostics).toMatchObject([{ code: "KS104", severity, at: { line: 3 } }]);
  });

  it("reports drawings of dependencies, but no tree of files", () => {
    const document = read(
      "- [ ] T001 One",
      "",
      "```",
      "│T001│──>│T002│",
      "```",
      "",
      "```text",
      "src/",
      "├── a.ts",
      "```",
    );

    expect(codesOf(document)).toEqual(["KS106:3"]);
    expect(document.statements).toEqual([]);
  });
});
