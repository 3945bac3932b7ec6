import type { Nodes, Root } from "mdast";
import { flattenInline } from "./flatten-inline.ts";
import type { Span } from "./inline-text.ts";
import type { Block, Heading, ItemBlock, Outline } from "./outline.ts";

/**
 * Lists headings and blocks of a tree in document order. An item stands before the blocks in it; quotes
 * are walked through, HTML and footnotes are left out.
 */
export function buildOutline(root: Root, text: string): Outline {
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  walk(root, undefined);
  return { headings, blocks };

  function walk(node: Nodes, item: ItemBlock | undefined): void {
    const span = toSpan(node);
    const heading = headings.at(-1);
    switch (node.type) {
      case "heading": {
        const title = flattenInline(node.children, text, span.start);
        headings.push({ depth: node.depth, title, span, parent: findParent(heading, node.depth) });
        return;
      }
      case "paragraph":
        blocks.push({ kind: "paragraph", node, heading, item, span });
        return;
      case "table":
        blocks.push({ kind: "table", node, heading, item, span });
        return;
      case "code":
        blocks.push({ kind: "code", node, heading, item, span });
        return;
      case "listItem": {
        const block: ItemBlock = { kind: "item", node, heading, item, span };
        blocks.push(block);
        for (const child of node.children) walk(child, block);
        return;
      }
      case "root":
      case "list":
      case "blockquote":
        for (const child of node.children) walk(child, item);
    }
  }
}

/** The nearest heading above that is less deep. */
function findParent(last: Heading | undefined, depth: number): Heading | undefined {
  let above = last;
  while (above !== undefined && above.depth >= depth) above = above.parent;
  return above;
}

function toSpan(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
