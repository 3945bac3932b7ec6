import { describe, expect, it } from "@jest/globals";
import { splitKeys } from "../../../../src/core/spec/items/body/split-keys.ts";
import { recogniseKey } from "../../../../src/core/spec/items/recognise-key.ts";
import { anInlineText } from "../../../support/an-inline-text.ts";

describe("recogniseKey", () => {
  it.each([
    ["**Depends on**: T001", "depends-on", "T001"],
    ["**DEPENDS ON:** T001", "depends-on", "T001"],
    ["_Depends: 1.2_", "depends-on", "1.2"],
    ["Prerequisites:", "depends-on", ""],
    ["📁 **Files**: a.ts", "files", "a.ts"],
    ["**Acceptance Criteria** (Definition of Done):", "done-when", ""],
    ["**Files**", "files", ""],
    ["优先级：高", "priority", "高"],
    ["**前置任务**：T001", "depends-on", "T001"],
    ["**Parallel Group**: Wave 1", "other", "Wave 1"],
    ["**Independent Test**: it starts", "done-when", "it starts"],
    ["**Test Requirements**: it starts", "done-when", "it starts"],
    ["Objectives & Success Criteria:", "done-when", ""],
    ["**What to do**: sell", "description", "sell"],
  ])("knows %j", (line, key, value) => {
    const found = recogniseKey(anInlineText(line));

    expect([found?.key, found?.value.text]).toEqual([key, value]);
  });

  it.each([
    "Remember: eat",
    "Call the API at http://a",
    "**Bold** words: and more",
    "**T031: Title**",
  ])("leaves %j alone", (line) => {
    expect(recogniseKey(anInlineText(line))).toBeUndefined();
  });
});

describe("splitKeys", () => {
  it.each([
    [
      "**Priority**: HIGH | **Effort**: 4h | **Owner**: Ann",
      ["Priority: HIGH", "Effort: 4h", "Owner: Ann"],
    ],
    ["**Priority:** HIGH **Effort:** 4h", ["Priority: HIGH", "Effort: 4h"]],
    ["Priority: HIGH · Owner: Ann", ["Priority: HIGH", "Owner: Ann"]],
    ["**Files**: a | b", ["Files: a | b"]],
    ["Use **Files**: they help", ["Use Files: they help"]],
  ])("splits %j", (line, parts) => {
    expect(splitKeys(anInlineText(line)).map(({ text }) => text)).toEqual(parts);
  });
});
