import { describe, expect, it } from "@jest/globals";
import { findParentheses } from "../../../src/core/text/find-parentheses.ts";
import { maskParentheses } from "../../../src/core/text/mask-parentheses.ts";

describe("findParentheses", () => {
  it.each([
    ["a (b) c (d (e))", ["(b)", "(d (e))"]],
    ["a ( b (c)", ["(c)"]],
    ["a) (b", []],
    ["（全角）", ["（全角）"]],
  ])("finds the outermost of %j", (text, found) => {
    expect(findParentheses(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });
});

describe("maskParentheses", () => {
  it("blanks them out and keeps the length", () => {
    expect(maskParentheses("a (b) c")).toBe("a     c");
  });
});
