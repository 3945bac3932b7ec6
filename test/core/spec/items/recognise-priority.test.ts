import { expect, it } from "@jest/globals";
import { recognisePriority } from "../../../../src/core/spec/items/recognise-priority.ts";

it.each([
  ["P0 (Critical)", "critical"],
  ["Highest (blocking other features)", "critical"],
  ["HIGH", "high"],
  ["High (required for low latency)", "high"],
  ["Medium, not high", "medium"],
  ["P3", "low"],
  ["(P2)", "medium"],
  ["高", "high"],
  ["🔴", "high"],
])("reads %j as %s", (text, priority) => {
  expect(recognisePriority(text)).toBe(priority);
});

it.each(["", "soon", "highway", "P10x"])("reads nothing in %j", (text) => {
  expect(recognisePriority(text)).toBeUndefined();
});
