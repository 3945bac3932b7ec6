import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

/** What the last of these tasks waits for when its key says so. */
function readKey(value: string, key = "Depends on") {
  return tellStatements(
    readSpec(
      [
        "## Phase 1: Setup (Shared)",
        "- [ ] **Task 1.1**: Schema",
        "- [ ] **Task 1.2**: Login and logout",
        "- [ ] **Task 1.9**: Nine",
        "- [ ] **Task 1.10**: Ten",
        "## Phase 2: User Story 1 - Core",
        "- [ ] **Task 2.1**: One",
        "- [ ] **Task 2.2**: Asks",
        `  - **${key}**: ${value}`,
        "- [ ] **Task 2.3**: Last",
      ].join("\n"),
      "a.md",
    ),
  );
}

describe("a task's key", () => {
  it.each([
    ["Task 1.1, 1.2", ["2.2 after 1.1,1.2"]],
    ["Tasks 1.1 and 1.2; 1.9 & 1.10 + 2.1", ["2.2 after 1.1,1.2,1.9,1.10,2.1"]],
    ["Task 1.1/1.2", ["2.2 after 1.1,1.2"]],
    ["Task 1.2-1.9", ["2.2 after 1.2,1.9"]],
    ["Task 1.9–1.10", ["2.2 after 1.9,1.10"]],
    ["1.1 to 1.9", ["2.2 after 1.1,1.2,1.9"]],
    ["Tasks 1.1 through Task 1.2", ["2.2 after 1.1,1.2"]],
    ["1.2-1.30", ["2.2 after 1.2,1.9,1.10", "2.2 unresolved"]],
    ["Task 1.x", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["1.*", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["Task 2.x", ["2.2 after 2.1"]],
    ["All Phase 1 tasks", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["all Phase 2 tasks", ["2.2 after 2.1"]],
    ["All previous tasks", ["2.2 after 1.1,1.2,1.9,1.10,2.1"]],
    ["All tasks complete", ["2.2 after 1.1,1.2,1.9,1.10,2.1"]],
    ["all previous phases", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["Setup completion", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["login AND logout", ["2.2 after 1.2"]],
    ["the schema of Task 1.1", ["2.2 after 1.1"]],
    ["Task 1.1 complete ✅", ["2.2 after 1.1"]],
    ["the base (Phase 1)", ["2.2 after 1.1,1.2,1.9,1.10"]],
    ["Task 1.1 — needs 1.2 some day", ["2.2 after 1.1"]],
    ["Task 1.1. Can run in parallel with Task 1.2", ["2.2 after 1.1"]],
    ["Task 1.1, can run in parallel with Task 1.2", ["2.2 after 1.1"]],
    ["Task 1.1 (not 1.2)", ["2.2 after 1.1"]],
    ["not blocked on Task 1.1", ["2.2 none"]],
    ["None (can start at once)", ["2.2 none"]],
    ["N/A", ["2.2 none"]],
    ["-", ["2.2 none"]],
    ["No dependencies", ["2.2 none"]],
    ["the courier's account, Stripe", ["2.2 external"]],
    ["Task 1.1, the courier's account", ["2.2 after 1.1", "2.2 external"]],
    ["Spec 004, UTF-8", ["2.2 external"]],
    ["Task 9.9", ["2.2 unresolved"]],
    ["Phase 7", ["2.2 unresolved"]],
    ["Task 1.1 or Task 9.9", ["2.2 after 1.1", "2.2 unresolved"]],
  ])("%j ends as %j", (value, told) => {
    expect(readKey(value)).toEqual(told);
  });

  it("takes a long run of letters as a name of its own, at once", () => {
    expect(readKey("x".repeat(5_000))).toEqual(["2.2 external"]);
  });

  it("is turned round by Blocks", () => {
    expect(readKey("2.3, Task 9.9", "Blocks")).toEqual(["2.3 after 2.2", "2.2 unresolved"]);
  });
});

describe("a line of spec-kit", () => {
  const read = (line: string) =>
    tellStatements(
      readSpec(`- [ ] T001 One\n- [ ] T002 Two\n- [ ] T003 ${line}\n- [ ] T004 Four`, "a.md"),
    );

  it.each([
    ["Do it (depends on T001, T002)", ["T003 after T001,T002"]],
    ["Do it (depends on T1)", ["T003 after T001"]],
    ["Do it (depends on T001: schema, index)", ["T003 after T001"]],
    ["Do it (depends on T001, same file)", ["T003 after T001"]],
    ["Do it (depends on T001-T002)", ["T003 after T001,T002"]],
    ["Do it (depends on T001–002)", ["T003 after T001,T002"]],
    ["Do it (depends on 1, 2)", ["T003 after T001,T002"]],
    ["Do it (different files, depends on T001)", ["T003 after T001"]],
    ["Do it [depends: T001]", ["T003 after T001"]],
    ["Do it, depends on T001 and T002", ["T003 after T001,T002"]],
    ["Do it after T001", ["T003 after T001"]],
    ["Do it (blocks T004)", ["T004 after T003"]],
    ["Do it (depends on the auth service)", ["T003 external"]],
    ["Do it (no dependencies)", ["T003 none"]],
    ["Do it (after login)", []],
    ["Redirect after login, which requires 3 cookies", []],
    ["Do it (not blocked by T001)", []],
    ["Do it; does not depend on T001", []],
    ["Do it in parallel with T002", []],
  ])("%j ends as %j", (line, told) => {
    expect(read(line)).toEqual(told);
  });
});

describe("IDs of other shapes", () => {
  it.each([
    [
      "PRODUCTION-1, PRODUCTION-2",
      "PRODUCTION-3",
      ["PRODUCTION-3 after PRODUCTION-1,PRODUCTION-2"],
    ],
    [
      "PRODUCTION-1 to PRODUCTION-2",
      "PRODUCTION-3",
      ["PRODUCTION-3 after PRODUCTION-1,PRODUCTION-2"],
    ],
    ["1-2", "TASK-3", ["TASK-3 after TASK-1,TASK-2"]],
    ["Task 1, T2", "TASK-3", ["TASK-3 after TASK-1,TASK-2"]],
    ["TASK-001 complete ✅", "TASK-3", ["TASK-3 after TASK-1"]],
  ])("%j of %s ends as %j", (value, last, told) => {
    const first = last.replace(/\d+$/, "1");
    const second = last.replace(/\d+$/, "2");
    const lines = [first, second, last].map((id) => `- [ ] **${id}**: Do ${id}`);
    const document = readSpec([...lines, `  - **Depends on**: ${value}`].join("\n"));

    expect(tellStatements(document)).toEqual(told);
  });

  it("asks in the asker's own phase first", () => {
    const lines = [1, 2].flatMap((phase) => [
      `## Phase ${phase}: P${phase}`,
      `- [ ] **Task 1**: One of ${phase}`,
      `- [ ] **Task 2**: Two of ${phase}`,
      `- [ ] **Task 3**: Three of ${phase}`,
      "  - **Depends on**: Task 1-2",
      `- [ ] **Task 4**: Four of ${phase}`,
      "  - **Depends on**: Task 3",
    ]);

    expect(tellStatements(readSpec(lines.join("\n")))).toEqual([
      "line:4 after line:2,line:3",
      "line:6 after line:4",
      "line:11 after line:9,line:10",
      "line:13 after line:11",
    ]);
  });

  it("takes in what is numbered under an ID", () => {
    const lines = ["1.1", "1.2", "2", "2.1", "3", "4"].map(
      (id) => `- [ ] **Task ${id}**: Do ${id}`,
    );
    const read = (value: string) =>
      tellStatements(readSpec([...lines, `  - **Depends on**: ${value}`].join("\n")));

    expect(read("Task 1")).toEqual(["4 after 1.1,1.2"]);
    expect(read("Task 1-2")).toEqual(["4 after 1.1,1.2,2.1", "4 unresolved"]);
    expect(read("Task 2")).toEqual(["4 after 2.1"]);
  });

  it("counts a wish less than a need", () => {
    const document = readSpec(
      "- [ ] T001 One\n- [ ] T002 Two\n- [ ] T003 Three (depends on T001, T002 (optional))",
    );

    expect(document.statements.map((each) => "confidence" in each && each.confidence)).toEqual([
      1, 0.4,
    ]);
  });
});
