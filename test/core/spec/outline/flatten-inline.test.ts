import { describe, expect, it } from "@jest/globals";
import { offsetAt } from "../../../../src/core/spec/outline/inline-text.ts";
import { anInlineText } from "../../../support/an-inline-text.ts";

describe("flattenInline", () => {
  it.each([
    ["**bold** and `code` and [a link](b.md)", "bold and code and a link"],
    ["a \\* b &amp; c &lt;d&gt;", "a * b & c <d>"],
    ["mail me@example.com or https://a.b/c now", "mail me@example.com or https://a.b/c now"],
    ["gone <!-- id: 0 --> here ![pic](x.png)", "gone  here pic"],
    ["~5 h and ~6 h", "~5 h and ~6 h"],
    ["two\n   lines", "two\nlines"],
  ])("reads %j as %j", (markdown, text) => {
    expect(anInlineText(markdown).text).toBe(text);
  });

  it("knows where each word stands in the source", () => {
    const markdown = "**T001** a \\*b &amp; `c  d` x@y.z\n   [e](f) end";

    const inline = anInlineText(markdown);

    for (const word of ["T001", "*b", "&", "c  d", "x@y.z", "e", "end"]) {
      const at = offsetAt(inline, inline.text.indexOf(word)) ?? -1;
      expect(markdown.slice(at, at + word.length)).toBe(word);
    }
  });

  it("remembers what was code and what was bold", () => {
    const { text, code, strong } = anInlineText("a `b` **c `d`**");

    expect(code.map(({ start, end }) => text.slice(start, end))).toEqual(["b", "d"]);
    expect(strong.map(({ start, end }) => text.slice(start, end))).toEqual(["c d"]);
  });
});
