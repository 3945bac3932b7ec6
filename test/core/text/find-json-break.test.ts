import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findJsonBreak } from "../../../src/core/text/find-json-break.ts";

describe("findJsonBreak", () => {
  it("reads any JSON to its end, and any beginning of it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify([value], null, 1);
        const start = text.slice(0, cut % text.length);

        expect(findJsonBreak(text)).toBe(text.length);
        // a beginning may end amid a word, which then stands on one line
        expect(start.slice(findJsonBreak(start))).not.toContain("\n");
      }),
    );
  });

  it.each([
    ['{"a": [,]}', 7],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ["[1 2]", 3],
    ["[1]]", 3],
    ['{"a": nope}', 6],
    ["{'a': 1}", 1],
    ["[1}", 2],
  ])("finds the first piece of %s that cannot stand there", (text, offset) => {
    expect(findJsonBreak(text)).toBe(offset);
  });
});
