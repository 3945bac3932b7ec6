import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { findTwiceKey } from "../../../src/core/text/find-twice-key.ts";

describe("findTwiceKey", () => {
  it("finds nothing in what was written from a value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(findTwiceKey(JSON.stringify(value, null, 1))).toBeUndefined();
      }),
    );
  });

  it.each([
    ['{"a": 1,\n "a": 2}', "a", 2],
    ['{"x": [{"b": "a:b",\n\n "b": {}}]}', "b", 3],
    ['{"a": {"a": 1}, "\\u0061": 2}', "a", 1],
  ])("finds it in %s", (text, key, line) => {
    expect(findTwiceKey(text)).toEqual({ key, line });
  });
});
