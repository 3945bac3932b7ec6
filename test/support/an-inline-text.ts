import { buildOutline } from "../../src/core/spec/outline/build-outline.ts";
import { flattenInline } from "../../src/core/spec/outline/flatten-inline.ts";
import type { InlineText } from "../../src/core/spec/outline/inline-text.ts";
import { parseMarkdown } from "../../src/core/spec/outline/parse-markdown.ts";

/** The text of a paragraph of Markdown, with its places. */
export function anInlineText(markdown: string): InlineText {
  const [block] = buildOutline(
    parseMarkdown([{ path: "a.md", start: 0, text: markdown }]).root,
    markdown,
  ).blocks;
  if (block?.kind !== "paragraph") throw new Error(`No paragraph: ${markdown}`);
  return flattenInline(block.node.children, markdown, block.span.start);
}
