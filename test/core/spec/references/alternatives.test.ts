import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

const tasks = ["- [ ] T001 A", "- [ ] T002 B", "- [ ] T003 C", "- [ ] T004 D"];

function weigh(statement: string) {
  const { statements, diagnostics } = readSpec(
    ["# Tasks", ...tasks, `- [ ] T009 E (depends on ${statement})`].join("\n"),
  );
  const edges = statements.flatMap((each) =>
    each.kind === "edge" ? each.on.map((on) => `${on} ${each.confidence}`) : [],
  );
  return { edges: edges.toSorted(), codes: diagnostics.map(({ code }) => code) };
}

it.each([
  ["T001 or T002", ["T001 0.4", "T002 0.4"]],
  ["either T001 or T002", ["T001 0.4", "T002 0.4"]],
  ["T001, T002, or T003", ["T001 0.4", "T002 0.4", "T003 0.4"]],
  ["T001 and T002 or T003", ["T001 1", "T002 0.4", "T003 0.4"]],
  ["T001 oder T002", ["T001 0.4", "T002 0.4"]],
  ["T001或T002", ["T001 0.4", "T002 0.4"]],
])("holds nothing up where any is enough: %s", (statement, edges) => {
  expect(weigh(statement)).toEqual({ edges, codes: ["KS114"] });
});

it.each([
  ["T001 and T002", ["T001 1", "T002 1"]],
  ["T001 and/or T002", ["T001 1", "T002 1"]],
  ["T001, T002", ["T001 1", "T002 1"]],
  ["T001 (or its schema)", ["T001 1"]],
])("waits for each where all are named: %s", (statement, edges) => {
  expect(weigh(statement)).toEqual({ edges, codes: [] });
});

it("keeps alternatives of phases as a wish, too", () => {
  const document = readSpec(
    [
      "## Phase 1: A",
      "- [ ] T001 A",
      "## Phase 2: B",
      "- [ ] T002 B",
      "## Phase 3: C",
      "**Depends on**: Phase 1 or Phase 2",
      "- [ ] T003 C",
    ].join("\n"),
  );

  expect(document.statements).toMatchObject([
    { kind: "group-edge", onGroups: ["phase:1", "phase:2"], confidence: 0.4 },
  ]);
  expect(document.diagnostics.map(({ code }) => code)).toEqual(["KS114"]);
});
