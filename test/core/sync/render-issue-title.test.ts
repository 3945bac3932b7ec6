import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { renderIssueTitle } from "../../../src/core/sync/render-issue-title.ts";

describe("renderIssueTitle", () => {
  it("begins with the spec's own ID", () => {
    expect(renderIssueTitle("T031", "Implement search")).toBe("T031: Implement search");
  });

  it("folds lines, and takes out what steers a terminal or turns text around", () => {
    expect(renderIssueTitle(undefined, "a\n\u202eb\u0007\u200b c")).toBe("a b c");
  });

  it("never is longer than GitHub takes, and never empty of its start", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 600 }), (title) => {
        expect([...renderIssueTitle("T1", title)].length).toBeLessThanOrEqual(256);
        expect(renderIssueTitle("T1", title).startsWith("T1:")).toBe(true);
      }),
    );
  });
});
