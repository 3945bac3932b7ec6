import { describe, expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

const tasks = [
  "## Phase 1: All",
  "- [ ] T001 Migrate orders",
  "- [ ] T002 Deploy shop",
  "- [ ] T003 Mail",
];

function readTable(header: string, row: string) {
  const width = header.split("|").length;
  const lines = [
    ...tasks,
    "## Temporal Logic Constraints (REQUIRED)",
    "### Constraints",
    "",
    `| ${header} |`,
    `|${" --- |".repeat(width)}`,
    `| ${row} |`,
  ];
  return readSpec(lines.join("\n"), "a.md");
}

describe("readTemporalRows", () => {
  it.each(["## Mutual Exclusion", "## Mutually exclusive tasks", "### Mutex"])(
    "reads a table that its own heading names: %s",
    (heading) => {
      const table = "\n\n| A | B | Why |\n| --- | --- | --- |\n| T001 | T002 | one schema |\n";
      const { temporal } = readSpec(`${tasks.join("\n")}\n\n${heading}${table}`, "a.md");

      expect(temporal).toMatchObject([
        { kind: "mutual-exclusion", left: ["T001"], right: ["T002"] },
      ]);
    },
  );

  it.each([
    [
      "Constraint | Type | Why",
      "T001 MUST complete before T002 | Order | x",
      "sequence",
      ["T001"],
      ["T002"],
    ],
    [
      "Constraint | Type | Why",
      "Migrate orders MUST be deployed before deploy shop | Order | x",
      "sequence",
      ["T001"],
      ["T002"],
    ],
    [
      "Constraint | Type | Why",
      "T003 MUST run after T001 and T002 | Order | x",
      "sequence",
      ["T001", "T002"],
      ["T003"],
    ],
    [
      "ID | Constraint | Why",
      "S1 | T001 must complete before T002 | x",
      "sequence",
      ["T001"],
      ["T002"],
    ],
    [
      "Constraint | Type | Why",
      "T003 MUST NOT start until T001 completes | Order | x",
      "sequence",
      ["T001"],
      ["T003"],
    ],
    ["Constraint | Type | Why", "T001 → T002 | Order | x", "sequence", ["T001"], ["T002"]],
    [
      "Operation A | Operation B | Conflict Type",
      "T001 | T002, T003 | Race",
      "mutual-exclusion",
      ["T001"],
      ["T002", "T003"],
    ],
    [
      "Operation Group | Rollback Strategy | Notes",
      "T001 + T002 | Undo | x",
      "atomicity",
      ["T001", "T002"],
      [],
    ],
    ["Requirement | Trigger | Timeout", "T003 is sent | purchase | 30 s", "liveness", ["T003"], []],
  ])("binds %j, %j", (header, row, kind, left, right) => {
    const { temporal, diagnostics } = readTable(header, row);

    expect(temporal).toMatchObject([{ kind, left, right, line: 10 }]);
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["Constraint | Type | Why", "Routes MUST be deployed before login | Order | x", "KS108"],
    ["Operation A | Operation B | Conflict Type", "Write orders | T001 | Race", "KS108"],
    ["Constraint | Type | Why", "[Constraint] | [Type] | [Why]", "KS105"],
  ])("tells of %j, %j", (header, row, code) => {
    expect(readTable(header, row).diagnostics).toMatchObject([{ code, at: { line: 10 } }]);
  });

  it("warns of an ID that is not there", () => {
    const { diagnostics } = readTable("Constraint | Type", "T001 MUST complete before T042 | x");

    expect(diagnostics.map(({ code }) => code)).toEqual(["KS103", "KS108"]);
  });

  it("reads no other table", () => {
    expect(readTable("Phase | Tasks", "T001 | 4").temporal).toEqual([]);
  });
});
