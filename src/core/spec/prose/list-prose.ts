import { flattenCells } from "../outline/flatten-cells.ts";
import { flattenInline } from "../outline/flatten-inline.ts";
import { type InlineText, joinInlineLines, unwrapInline } from "../outline/inline-text.ts";
import type { Block, Heading, ItemBlock } from "../outline/outline.ts";
import { isAside } from "./is-aside.ts";

/** A paragraph or an item's text on one line, or a row of a table with a line for each cell. */
export interface ProseText {
  readonly text: InlineText;
  readonly heading: Heading | undefined;
  readonly item: ItemBlock | undefined;
  /** Number of its item, where the list is numbered. */
  readonly number: number | undefined;
  /** It is the first thing its item says. */
  readonly isFirst: boolean;
  readonly isRow: boolean;
}

/**
 * Lists the prose among a document's blocks in order. Code, quotes and sections that are about something
 * else (non-goals, glossary, open questions) are left out.
 */
export function listProse(blocks: readonly Block[], source: string): readonly ProseText[] {
  const seen = new Set<ItemBlock>();
  return blocks.flatMap((block): readonly ProseText[] => {
    if (isAside(block.heading) || isQuoted(block, source)) return [];
    const { heading, item } = block;
    if (block.kind === "table") {
      return block.node.children.slice(1).map((row) => {
        const text = joinInlineLines(flattenCells(row, source));
        return { text, heading, item, number: undefined, isFirst: true, isRow: true };
      });
    }
    if (block.kind !== "paragraph") return [];
    const text = unwrapInline(flattenInline(block.node.children, source, block.span.start));
    const isFirst = item !== undefined && !seen.has(item);
    if (item !== undefined) seen.add(item);
    const number = isFirst ? readNumber(item, source) : undefined;
    return [{ text, heading, item, number, isFirst, isRow: false }];
  });
}

function isQuoted({ span }: Block, source: string): boolean {
  const line = source.lastIndexOf("\n", span.start - 1) + 1;
  return source.slice(line, span.start).includes(">");
}

function readNumber({ span }: ItemBlock, source: string): number | undefined {
  const digits = /^(\d{1,9})[.)]/.exec(source.slice(span.start, span.start + 10))?.[1];
  return digits === undefined ? undefined : Number(digits);
}
