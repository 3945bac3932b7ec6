import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { canonicalJson } from "../../../src/core/text/canonical-json.ts";

describe("canonicalJson", () => {
  it("sorts keys by UTF-16 code units and leaves no blanks", () => {
    // The key order of RFC 8785, section 3.2.3.
    const value = {
      "\u20ac": 1,
      "\r": 2,
      "\ufb33": 3,
      "1": 4,
      "\ud83d\ude00": 5,
      "\u0080": 6,
      "\u00f6": 7,
    };

    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it("writes numbers and strings as ECMAScript does", () => {
    const text = canonicalJson([Number("333333333.33333329"), 1e30, 4.5, 2e-3, -0, '\u000f\n"\\']);

    expect(text).toBe('[333333333.3333333,1e+30,4.5,0.002,0,"\\u000f\\n\\"\\\\"]');
  });

  it("leaves out undefined keys, as JSON does", () => {
    expect(canonicalJson({ b: undefined, a: [undefined] })).toBe('{"a":[null]}');
  });

  it("refuses numbers that are not finite", () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow("only finite numbers");
  });

  it("keeps any JSON value, whatever the order of its keys", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
