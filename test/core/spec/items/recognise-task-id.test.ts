import { describe, expect, it } from "@jest/globals";
import { recogniseTaskId } from "../../../../src/core/spec/items/recognise-task-id.ts";
import { anInlineText } from "../../../support/an-inline-text.ts";

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
    "2.1 without bold",
    "**3.11 upgrade** of Python",
    "Tasks are fun",
    "T1000000 too long",
  ])("finds none in %j", (line) => {
    expect(recogniseTaskId(anInlineText(line))).toBeUndefined();
  });
});
