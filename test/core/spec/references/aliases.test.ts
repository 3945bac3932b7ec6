import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";
import { tellStatements } from "../../../support/tell-statements.ts";

const combined = ["# Plan", "### Task 1: A", "### Task 2: B", "### Task 3-5: C", "### Task 6: D"];

it.each([
  ["Task 4", ["6 after 3-5"]],
  ["Task 3-5", ["6 after 3-5"]],
  ["Task 3, Task 5", ["6 after 3-5"]],
  ["Tasks 1-4", ["6 after 1,2,3-5"]],
  ["Task 7", ["6 unresolved"]],
])("finds a heading for several tasks by each of its numbers: %s", (value, told) => {
  const document = readSpec([...combined, `**Depends on**: ${value}`].join("\n"));

  expect(tellStatements(document)).toEqual(told);
});

const paths = ["- [ ] w11/m2/t008 A", "- [ ] **w11/m2/t009**: B"];

it.each([
  ["w11/m2/t008", ["w11/m2/t010 after w11/m2/t008"]],
  ["t009", ["w11/m2/t010 after w11/m2/t009"]],
  ["w11/m2/t008, w11/m2/t009", ["w11/m2/t010 after w11/m2/t008,w11/m2/t009"]],
  ["w12/m1/t001", ["w11/m2/t010 external"]],
  ["w11/m2/t099", ["w11/m2/t010 unresolved"]],
])("reads IDs that are paths, and knows those of other plans: %s", (value, told) => {
  const document = readSpec([...paths, `- [ ] w11/m2/t010 C (depends on ${value})`].join("\n"));

  expect(tellStatements(document)).toEqual(told);
});
