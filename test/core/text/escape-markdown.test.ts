import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { escapeMarkdown } from "../../../src/core/text/escape-markdown.ts";
import { stripInvisible } from "../../../src/core/text/strip-invisible.ts";

const zeroWidthSpace = /\u200b/g;

describe("escapeMarkdown", () => {
  it.each([
    ["ask @octocat", "ask @&#8203;octocat"],
    ["closes #12", "closes #&#8203;12"],
    ["fixes octo/shop#12", "fixes octo/shop#&#8203;12"],
    ["fixes GH-12", "fixes GH-&#8203;12"],
    ["see https://github.com/o/r/issues/1", "see https:&#8203;//github.com/o/r/issues/1"],
    ["see www.example.org", "see www&#8203;.example.org"],
    ["a <!-- b --> c", "a &lt;!-- b --&gt; c"],
    ["<img src=x>", "&lt;img src=x&gt;"],
    ["&#64;octocat", "&amp;#&#8203;64;octocat"],
    ["a | b", "a \\| b"],
    ["`code` and *more*", "\\`code\\` and \\*more\\*"],
    ["two\r\n  lines\n", "two lines"],
    ["- no item", "\\- no item"],
    ["1. no item", "1\\. no item"],
    ["\u202egnp.exe\u0007", "gnp.exe"],
    ["pay\u200bpal \u{e0068}\u{e0069}now\ufeff", "paypal now"],
    ["می\u200cخواهم 👩\u200d💻", "می\u200cخواهم 👩\u200d💻"],
  ])("makes %j inert", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it("shows any text as one plain paragraph", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "@me",
        "#1",
        "**",
        "[a](b)",
        "![",
        "`",
        "```",
        "|",
        "<b>",
        "- ",
        "1. ",
        "> ",
        "~~",
        "---",
        "://",
        "www.a.de",
        "\\",
        "&lt;",
      ),
    );
    const parser = remark().use(remarkGfm);
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");

        const tree = parser.parse(escapeMarkdown(text));

        const expected = stripInvisible(text).replace(/\s+/g, " ").trim();
        const types = tree.children.map((node) => node.type);
        expect(types).toEqual(expected === "" ? [] : ["paragraph"]);
        expect(readText(tree).replace(zeroWidthSpace, "")).toBe(
          expected.replace(zeroWidthSpace, ""),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

/** All text of a tree; anything but text in paragraphs is a failure. */
function readText(node: { type: string; value?: string; children?: readonly object[] }): string {
  if (!["root", "paragraph", "text"].includes(node.type)) throw new Error(`a ${node.type}`);
  return (
    (node.value ?? "") +
    (node.children ?? []).map((child) => readText(child as { type: string })).join("")
  );
}
