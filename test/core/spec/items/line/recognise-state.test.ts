import { expect, it } from "@jest/globals";
import { recogniseState } from "../../../../../src/core/spec/items/line/recognise-state.ts";

it.each([
  ["[x] completed", "done"],
  ["[ ] pending", "todo"],
  ["[ ] Not Started / [x] In Progress / [ ] Complete", "in-progress"],
  ["[ ] Not Started / [ ] Complete", "todo"],
  ["✅ COMPLETE", "done"],
  ["not started", "todo"],
  ["In Progress, started on Monday", "in-progress"],
  ["partial", "in-progress"],
  ["doing", "in-progress"],
  ["for_review", "in-progress"],
  ["Blocked by a contract", "blocked"],
  ["cancelled", "cancelled"],
  ["已完成", "done"],
  ["incomplete", "todo"],
])("reads %j as %s", (text, state) => {
  expect(recogniseState(text)).toBe(state);
});

it.each(["", "Ann", "v2"])("reads nothing in %j", (text) => {
  expect(recogniseState(text)).toBeUndefined();
});
