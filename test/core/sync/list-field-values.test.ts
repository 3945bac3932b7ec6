import { describe, expect, it } from "@jest/globals";
import type { IssueField } from "../../../src/core/model/issue-field.ts";
import { diffFieldValues } from "../../../src/core/sync/list-field-values.ts";
import { toFieldValue } from "../../../src/core/sync/match-fields.ts";

const priority: IssueField = {
  ...{ id: 7, name: "Priority", kind: "single_select" },
  options: ["Urgent", "High", "Low"],
};

describe("a value of an issue's field", () => {
  it.each([
    ["high", "High"],
    ["critical", "Urgent"],
  ])("names the option of %s as the organisation writes it", (given, option) => {
    expect(toFieldValue(priority, given)).toBe(option);
  });

  it("must be among the options", () => {
    expect(() => toFieldValue(priority, "medium")).toThrow(/its options are Urgent, High, Low/);
  });

  it("is written where it differs; a first one only where there is none", () => {
    const kept = { field: priority, value: "High", isFirstOnly: false };
    const first = { ...kept, isFirstOnly: true };

    expect(diffFieldValues([kept, first], new Map([[7, "Low"]]))).toEqual([kept]);
    expect(diffFieldValues([kept, first], new Map([[7, "High"]]))).toEqual([]);
    expect(diffFieldValues([first], new Map())).toEqual([first]);
  });
});
