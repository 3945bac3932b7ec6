import { expect, it } from "@jest/globals";
import { recogniseGroupHeading } from "../../../../src/core/spec/items/recognise-group-heading.ts";

it.each([
  ["Phase 2: Core", "phase", "2", undefined, "Core", undefined],
  ["Phase 3: User Story 1 - Buy (Priority: P1) 🎯 MVP", "phase", "3", "US1", "Buy", "high"],
  ["🚀 Phase 4 — US02: Return [P0]", "phase", "4", "US2", "Return", "critical"],
  ["Wave 1: Setup ✅ COMPLETE", "wave", "1", undefined, "Setup", undefined],
  ["User Story 3 - Print (P3)", "story", "3", "US3", "Print", "low"],
  ["Phase 5", "phase", "5", undefined, "Phase 5", undefined],
])("reads %j", (heading, word, number, story, title, priority) => {
  expect(recogniseGroupHeading(heading)).toMatchObject({ word, number, story, title, priority });
});

it.each(["Phases", "Implementation for User Story 1", "Using stories", "Overview"])(
  "leaves %j alone",
  (heading) => {
    expect(recogniseGroupHeading(heading)).toBeUndefined();
  },
);
