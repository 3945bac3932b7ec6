import { sliceInline } from "../../outline/inline-text.ts";
import type { Block, Heading } from "../../outline/outline.ts";
import { recogniseState } from "../line/recognise-state.ts";
import { recogniseTaskLine, type TaskLine } from "../line/recognise-task-line.ts";
import type { KeyName } from "../recognise-key-name.ts";
import { listKeysBelow } from "./list-keys-below.ts";

const retired = /\b(?:REMOVED|DEPRECATED|RETIRED|OBSOLETE|SUPERSEDED)\b/;
const ofTasks: readonly KeyName[] = [
  "depends-on",
  "effort",
  "priority",
  "done-when",
  "files",
  "owner",
];

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
  const read = recogniseTaskLine(sliceInline(heading.title, marks), "heading");
  const state = read.state ?? recogniseState(heading.title.text.slice(0, marks));
  const line = { ...read, state };
  if (line.ownId === undefined) return line.placeholder === undefined ? undefined : line;
  if (line.word !== "number" && line.word !== "code") return line;
  const keys = listKeysBelow(heading, blocks, source);
  return keys.some((key) => ofTasks.includes(key)) ? line : undefined;
}
