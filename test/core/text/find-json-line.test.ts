import { describe, expect, it } from "@jest/globals";
import { findJsonLine } from "../../../src/core/text/find-json-line.ts";

const text = JSON.stringify({ a: [{ b: 1 }, { b: 'x, "y": {' }], c: { d: null } }, null, 2);

describe("findJsonLine", () => {
  it.each([
    [[], 1],
    [["a"], 2],
    [["a", 0, "b"], 4],
    [["a", 1, "b"], 7],
    [["c", "d"], 11],
    [["c", "missing"], 10],
    [["a", 9], 2],
  ])("finds %j on line %i", (path, line) => {
    expect(findJsonLine(text, path)).toBe(line);
  });

  it("gives the first line of a text that is no JSON", () => {
    expect(findJsonLine("", ["a"])).toBe(1);
    expect(findJsonLine("{ nonsense", [])).toBe(1);
  });
});
