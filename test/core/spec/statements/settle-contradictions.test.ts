import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const plan = (...lines: readonly string[]) =>
  readSpec(
    [
      "## Phase 1: All",
      "- [ ] T001 One",
      "- [ ] T002 Two (depends on T001)",
      "- [ ] T003 Three (depends on T002)",
      "- [ ] T004 Four",
      "## Dependencies",
      "",
      ...lines,
    ].join("\n"),
  );
const findings = (document: ReturnType<typeof plan>) =>
  document.diagnostics.map(({ code, at }) => `${code}:${at.line}`);

it("leaves out of a list of waves what words say the other way round, and names both places", () => {
  const document = plan("- Wave 1: T003, T004", "- Wave 2: T001");

  expect(tellStatements(document)).toEqual([
    "T002 after T001",
    "T003 after T002",
    "T001 after T004",
  ]);
  expect(document.diagnostics).toMatchObject([
    { code: "KS112", severity: "warning", at: { line: 9 } },
  ]);
  expect(document.diagnostics[0]?.message).toContain("a.md:4");
});

it("keeps a statement that is against words altogether as unresolved", () => {
  const document = plan("```mermaid", "graph TD", "  T002 --> T001", "```");

  expect(tellStatements(document, true)).toEqual([
    "T002 after T001:3",
    "T003 after T002:4",
    "- unresolved:10",
  ]);
  expect(findings(document)).toEqual(["KS112:10"]);
});

it("trusts an arrow more than waves", () => {
  const document = plan(
    "- Wave 1: T003",
    "- Wave 2: T004",
    "",
    "```mermaid",
    "graph TD",
    "  T004 --> T003",
    "```",
  );

  expect(tellStatements(document)).toContain("T003 after T004");
  expect(findings(document)).toEqual(["KS112:9"]);
});

it("says nothing where sources agree, and joins what they say", () => {
  const document = plan("```mermaid", "graph TD", "  T001 --> T002", "  T003 --> T004", "```");

  expect(tellStatements(document)).toContain("T004 after T003");
  expect(findings(document)).toEqual([]);
});

it("leaves words against words to be mended by people", () => {
  expect(tellStatements(plan("- T001 depends on T003"))).toContain("T001 after T003");
});

it("tells where a table and the tasks name different predecessors", () => {
  const table = ["| Task | Depends on |", "|---|---|"];

  expect(findings(plan(...table, "| T002 | T001 |"))).toEqual([]);
  expect(findings(plan(...table, "| T003 | T001, T002 |"))).toEqual(["KS113:10"]);
  expect(findings(plan(...table, "| T003 | T004 |"))).toEqual(["KS113:10"]);
  expect(findings(plan(...table, "| T004 | T001 |"))).toEqual([]);
});
