import { expect, it } from "@jest/globals";
import { readSpec } from "../../../support/read-spec.ts";

const tell = (...lines: readonly string[]) =>
  readSpec(["# Plan", "- [ ] T001 One", ...lines].join("\n"))
    .diagnostics.filter(({ code }) => code === "KS117")
    .map(({ at }) => at.line);

it.each([
  ["-[ ] T002 Two"],
  ["*[x] T002 Two"],
  ["2.[ ] T002 Two"],
  ["- [ ]Two"],
  ["- ( ) T002 Two"],
  ["- ☐ T002 Two"],
])("tells that %j has no box", (line) => {
  expect(tell(line)).toEqual([3]);
});

it.each([
  ["- [ ] T002 Two"],
  ["- [ ]T002 Two"],
  ["- [x](a.md) is a link"],
  ["- [x][ref] is a link"],
  ["- (see T001)"],
  ["words -[ ] words"],
  ["```\n-[ ] T002 Two\n```"],
])("leaves %j alone", (line) => {
  expect(tell(line)).toEqual([]);
});
