import { flattenInline } from "../../outline/flatten-inline.ts";
import type { Block, Heading } from "../../outline/outline.ts";
import { splitKeys } from "../body/split-keys.ts";
import { recogniseKey } from "../recognise-key.ts";
import type { KeyName } from "../recognise-key-name.ts";

const fewBlocks = 8;

/**
 * The keys in the paragraphs and bullets right below a heading.
 *
 * @param blocks All blocks of the document.
 */
export function listKeysBelow(
  heading: Heading,
  blocks: readonly Block[],
  source: string,
): readonly KeyName[] {
  const first = findFirst(blocks, heading.span.end);
  const below = blocks.slice(first, first + fewBlocks).filter((block) => block.heading === heading);
  return below.flatMap((block) => {
    if (block.kind !== "paragraph") return [];
    const text = flattenInline(block.node.children, source, block.span.start);
    return splitKeys(text).flatMap((line) => recogniseKey(line)?.key ?? []);
  });
}

/** Index of the first block at or after an offset. */
function findFirst(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
