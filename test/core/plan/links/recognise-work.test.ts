import { expect, it } from "@jest/globals";
import { recogniseWork } from "../../../../src/core/plan/links/recognise-work.ts";

it.each([
  ["Write integration tests for orders", undefined, "test"],
  ["Test orders", undefined, "test"],
  ["Implement the testimonial page", undefined, "build"],
  ["Update the README", undefined, "documentation"],
  ["Set up CI", undefined, "setup"],
  ["Deploy to production", undefined, "deployment"],
  ["Spike: queues", undefined, "research"],
  ["Set up CI", "Testing", "test"],
  ["Build it", "Implementation", "build"],
])("takes '%s' of type %s for %s", (title, type, kind) => {
  expect(recogniseWork({ title, type })).toBe(kind);
});
