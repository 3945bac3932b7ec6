import { describe, expect, it } from "@jest/globals";
import { recogniseTaskId } from "../../../../../src/core/spec/items/line/recognise-task-id.ts";
import { anInlineText } from "../../../../support/an-inline-text.ts";

describe("recogniseTaskId", () => {
  it.each([
    ["T012 [P] Do it", "T012", "[P] Do it"],
    ["T105a Do it", "T105a", "Do it"],
    ["T-003: Do it", "T-003", "Do it"],
    ["T001.1 Do it", "T001.1", "Do it"],
    ["**T015** Do it", "T015", "Do it"],
    ["**T031: Do it** (8h)", "T031", "Do it (8h)"],
    ["`T008` Do it", "T008", "Do it"],
    ["Task 3: Do it", "3", "Do it"],
    ["**Task 2.1**: Do it", "2.1", "Do it"],
    ["Task T007 - Do it", "T007", "Do it"],
    ["**AUTH-3**: Do it", "AUTH-3", "Do it"],
    ["**AUTH-3: Do it** now", "AUTH-3", "Do it now"],
    ["**2.1** Do it", "2.1", "Do it"],
    ["2.1 Do it", "2.1", "Do it"],
    ["2.1. (P) Do it", "2.1", "(P) Do it"],
    ["3\\. Do it", "3", "Do it"],
    ["WP03 Do it", "WP03", "Do it"],
    ["AUTH-3: Do it", "AUTH-3", "Do it"],
    ["任务 4：Do it", "4", "Do it"],
    ["タスク 2.3: Do it", "2.3", "Do it"],
    ["implementation: T01 — Do it", "T01", "Do it"],
    ["#9 - Do it", "9", "Do it"],
    ["F2. Do it", "F2", "Do it"],
    ["w11/m2/t009 Do it", "w11/m2/t009", "Do it"],
  ])("finds the ID of %j", (line, ownId, rest) => {
    const mark = recogniseTaskId(anInlineText(line));

    expect([mark?.ownId, mark?.rest.text]).toEqual([ownId, rest]);
  });

  it.each([
    "Do it",
    "**Verify**: it works",
    "**FR-001**: It must",
    "**SC-002** fast",
    "AUTH-3 without bold",
    "T001, T002 are done",
    "Task 2.1-2.4 complete",
    "5 files at most",
    "100% of the lines",
    "AC-US1-01: It must",
    "Tasks are fun",
    "T1000000 too long",
  ])("finds none in %j", (line) => {
    expect(recogniseTaskId(anInlineText(line))).toBeUndefined();
  });
});
