import { flattenInline } from "../../outline/flatten-inline.ts";
import { type InlineText, sliceInline } from "../../outline/inline-text.ts";
import type { Block, Heading } from "../../outline/outline.ts";
import { splitKeys } from "../body/split-keys.ts";
import { recogniseTaskLine, type TaskLine } from "../line/recognise-task-line.ts";
import { recogniseKey } from "../recognise-key.ts";
import type { KeyName } from "../recognise-key-name.ts";

const retired = /\b(?:REMOVED|DEPRECATED|RETIRED|OBSOLETE|SUPERSEDED)\b/;
const ofTasks: readonly KeyName[] = [
  "depends-on",
  "effort",
  "priority",
  "done-when",
  "files",
  "owner",
];
const fewBlocks = 6;

/**
 * Recognises the heading of a task: `Task 4: …`, `T012 …`, `Work Package WP01: …`, `Story 1.2: …`,
 * `[x] Task 2: …`. A bare number or code (`3.2 Integration`, `A1 Design`) is one only if a task's keys stand
 * right below it.
 *
 * @param blocks All blocks of the document.
 * @returns `undefined` for other headings, and for tasks that are marked as removed.
 */
export function recogniseSection(
  heading: Heading,
  blocks: readonly Block[],
  source: string,
): TaskLine | undefined {
  if (retired.test(heading.title.text)) return undefined;
  const marks = /^[^\p{L}\p{N}[(#]+/u.exec(heading.title.text)?.[0].length ?? 0;
  const line = recogniseTaskLine(sliceInline(heading.title, marks), "heading");
  if (line.ownId === undefined) return line.placeholder === undefined ? undefined : line;
  if (line.word !== "number" && line.word !== "code") return line;
  return hasTaskKeys(heading, blocks, source) ? line : undefined;
}

function hasTaskKeys(heading: Heading, blocks: readonly Block[], source: string): boolean {
  const first = findFirst(blocks, heading.span.end);
  const below = blocks.slice(first, first + fewBlocks).filter((block) => block.heading === heading);
  const keys = below.flatMap((block) => {
    if (block.kind !== "paragraph") return [];
    const text = flattenInline(block.node.children, source, block.span.start);
    return splitKeys(text).flatMap((line: InlineText) => recogniseKey(line)?.key ?? []);
  });
  return keys.some((key) => ofTasks.includes(key));
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
