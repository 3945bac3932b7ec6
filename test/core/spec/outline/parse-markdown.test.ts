import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import type { Nodes, Root } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { parseMarkdown } from "../../../../src/core/spec/outline/parse-markdown.ts";

const whole = remark().use(remarkGfm, { singleTilde: false }).freeze();

describe("parseMarkdown", () => {
  it("gives for pieces the very blocks that the whole has, at the same places", () => {
    fc.assert(
      fc.property(markdown(), (text) => {
        expect(listNodes(parse(text), text)).toEqual(listNodes(whole.parse(text), text));
      }),
      { numRuns: Number(process.env.KEYSTEPS_FUZZ_RUNS ?? 300) },
    );
  });
});

function parse(text: string): Root {
  return parseMarkdown([{ path: "a.md", start: 0, text }]).root;
}

/**
 * What recognisers see of a tree: everything but lists themselves, which may come in several, and line
 * ends at the end of what is never closed. Where an item ends is left out: after open code or HTML in it
 * remark counts the next item's bullet to it.
 */
function listNodes(root: Root, text: string): readonly string[] {
  const seen: string[] = [];
  visit(root, "");
  return seen;

  function visit(node: Nodes, indent: string): void {
    const { type, position } = node;
    const value = "value" in node ? node.value.trimEnd() : "";
    const more = "checked" in node ? node.checked : "depth" in node ? node.depth : "";
    const start = position?.start.offset ?? 0;
    const isItem = type === "listItem";
    const length = isItem ? "" : text.slice(start, position?.end.offset).trimEnd().length;
    const isTop = indent === "" || (indent === " " && type === "list");
    if (!isTop) seen.push(`${indent}${type} ${start}+${length} ${more} ${value}`);
    if ("children" in node) for (const child of node.children) visit(child, `${indent} `);
  }
}

/** Lines of all constructs that reach over lines, padded so that cuts fall anywhere among them. */
function markdown(): fc.Arbitrary<string> {
  const pad = "word ".repeat(60);
  const line = fc.constantFrom(
    "",
    "",
    "",
    "   ",
    "# Title",
    "## Phase 2",
    "#",
    "####### no",
    " # One in",
    "  ## Two in",
    "Title",
    "===",
    "---",
    "- - -",
    "* * *",
    "***",
    "- [ ] T001 do it",
    "- [x] done",
    "* star",
    "+ plus",
    "-",
    "- ",
    "-\ttab",
    "  - nested",
    "    - deeper",
    "      text in it",
    "1. one",
    "2. two",
    "3) three",
    "10. ten",
    "   in a number",
    "1. ",
    "2.",
    "```",
    "```ts",
    "~~~",
    "````",
    " ```",
    "  ```",
    "   ~~~",
    "    ```",
    "``` a`b",
    "code line",
    "# comment in code",
    "<div>",
    "</div>",
    "<b>",
    "<custom-tag a='b'>",
    "</custom>",
    "<!-- open",
    "end -->",
    "<!-- one -->",
    "<script>",
    "</script>",
    "<?php",
    "?>",
    "<![CDATA[",
    "]]>",
    "<!X",
    ">",
    " <pre>",
    "  <!--",
    "text <!-- inline",
    "> quote",
    ">",
    "> - item",
    "> ```",
    "> # head",
    ">quote",
    "> > two",
    "lazy words",
    "| a | b |",
    "|---|---|",
    "| 1 | 2 |",
    "a | b",
    "- | -",
    "--- | ---",
    "1. | 2",
    "[ref]: https://a.b 'title'",
    "[ref]",
    "[text][ref]",
    "![alt][Ref]",
    "[two words]: <x>",
    "[Two",
    "words]",
    "[a\\]b]: /x",
    "[a\\]b]",
    "[^1]: note",
    "[^1]",
    "[^n]: far",
    "[^n] and [ref]",
    "> [quoted]: x",
    "[quoted][]",
    "- [listed]: /y",
    "[listed]",
    "  [ref",
    "]: z",
    "[x]: done",
    "- [x]: /d",
    "[x]",
    "    indented code",
    "\tindented",
    "    continuation",
    "text  ",
    "text\\",
    "**bold",
    "over lines**",
    "`code",
    "over`",
    "&amp; \\* <a@b.c>",
    "https://a.b/c a@b.c",
    pad,
    `- ${pad}`,
    `${pad}`,
    `> ${pad}`,
    `  ${pad}`,
    `    ${pad}`,
  );
  const lines = fc.array(
    fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: fc.constant(pad) }),
    { maxLength: 60, size: "max" },
  );
  const isFrontMatter = (text: string) => text.startsWith("---");
  return lines.map((each) => each.join("\n")).filter((text) => !isFrontMatter(text));
}
