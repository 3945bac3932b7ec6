import { flattenInline } from "../../outline/flatten-inline.ts";
import type { InlineText } from "../../outline/inline-text.ts";
import type { Block, Heading, ItemBlock, Outline } from "../../outline/outline.ts";
import { toBodyParts } from "../body/body-part.ts";
import { recogniseTaskLine, type TaskLine } from "../line/recognise-task-line.ts";
import { recogniseGroupHeading } from "../recognise-group-heading.ts";
import type { TaskDraft } from "../task-draft.ts";
import type { Candidate } from "./candidate.ts";
import { readLead } from "./read-lead.ts";
import { recogniseBoldTask } from "./recognise-bold-task.ts";
import { recogniseSection } from "./recognise-section.ts";
import { toFileSection } from "./to-file-section.ts";
import type { Unmarked } from "./unmarked.ts";

/** All that may be tasks, in document order, and where each block stands. */
export interface Candidates {
  readonly all: readonly Candidate[];
  /** The nearest candidate that a block is or stands in. */
  readonly homeOf: ReadonlyMap<Block, Candidate>;
}

/** Where a file begins, and the task that it is. */
export interface FileStart {
  readonly start: number;
  readonly task: TaskDraft | undefined;
}

/** What is known while walking through a document. */
interface Walk {
  readonly source: string;
  readonly unmarked: Unmarked;
  /** Files that are still to come, each with its task if it is one. */
  readonly files: FileStart[];
  readonly all: Candidate[];
  readonly homeOf: Map<Block, Candidate>;
  /** Sections that are open, outermost first. */
  open: Candidate[];
  /** The last line over a list, such as `Checks:`. */
  label: string;
}

const paragraphDepth = 7;

/**
 * Walks through headings and blocks in order and finds what may be a task.
 *
 * @param files Where each file begins, in order.
 * @param unmarked What else counts.
 */
export function listCandidates(
  { headings, blocks }: Outline,
  files: readonly FileStart[],
  source: string,
  unmarked: Unmarked,
): Candidates {
  const common = { all: [], homeOf: new Map(), open: [], label: "" };
  const walk: Walk = { source, unmarked, files: [...files], ...common };
  let next = 0;
  for (const block of blocks) {
    for (; (headings[next]?.span.start ?? Infinity) < block.span.start; next += 1) {
      const heading = headings[next];
      if (heading !== undefined) enterHeading(heading, blocks, walk);
    }
    enterFiles(block.span.start, walk);
    enterBlock(block, walk);
  }
  for (const heading of headings.slice(next)) enterHeading(heading, [], walk);
  enterFiles(Infinity, walk);
  return walk;
}

/** A file closes what the one before left open. */
function enterFiles(offset: number, walk: Walk): void {
  for (let file = walk.files[0]; file !== undefined && file.start <= offset; file = walk.files[0]) {
    walk.files.shift();
    walk.open = [];
    walk.label = "";
    if (file.task !== undefined) enterSection(toFileSection(file.task), walk);
  }
}

function enterHeading(heading: Heading, blocks: readonly Block[], walk: Walk): void {
  enterFiles(heading.span.start, walk);
  walk.label = "";
  const isUnmarked = walk.unmarked.sections.has(heading);
  const line = isUnmarked
    ? recogniseTaskLine(heading.title, "heading")
    : recogniseSection(heading, blocks, walk.source);
  const isPhase = line === undefined && recogniseGroupHeading(heading.title.text) !== undefined;
  walk.open = walk.open.filter(({ depth }) => depth === 0 || (depth < heading.depth && !isPhase));
  const parent = walk.open.at(-1);
  if (line === undefined) {
    if (heading.depth > 1) parent?.parts.push({ kind: "heading", heading });
    return;
  }
  const { span, parent: above, depth, title } = heading;
  enterSection({ line, title, heading: above, depth, span, parent, isUnmarked }, walk);
}

function enterSection(
  section: Pick<Candidate, "line" | "title" | "heading" | "depth" | "span" | "parent"> &
    Partial<Candidate>,
  walk: Walk,
): void {
  const candidate: Candidate = {
    construct: "section",
    file: undefined,
    ...section,
    node: undefined,
    list: undefined,
    label: "",
    parts: [],
  };
  walk.all.push(candidate);
  walk.open.push(candidate);
}

function enterBlock(block: Block, walk: Walk): void {
  const { item } = block;
  const around = item === undefined ? undefined : walk.homeOf.get(item);
  if (block.kind === "item") enterItem(block, around ?? walk.open.at(-1), walk);
  else if (item !== undefined) setHome(block, around, walk);
  else if (block.kind === "paragraph") enterParagraph(block, walk);
  else {
    const { kind } = block;
    if (kind === "code") walk.open.at(-1)?.parts.push({ kind, node: block.node });
    if (kind === "table") walk.open.at(-1)?.parts.push({ kind, node: block.node });
    setHome(block, walk.open.at(-1), walk);
  }
}

/** A paragraph is a section where it begins with a task's ID in bold. */
function enterParagraph(block: Extract<Block, { kind: "paragraph" }>, walk: Walk): void {
  const text = flattenInline(block.node.children, walk.source, block.span.start);
  const line = recogniseBoldTask(text);
  walk.label = isLabel(text) ? text.text : "";
  if (line !== undefined) {
    walk.open = walk.open.filter(({ depth }) => depth < paragraphDepth);
    const { heading, span } = block;
    const parent = walk.open.at(-1);
    enterSection({ line, title: undefined, heading, depth: paragraphDepth, span, parent }, walk);
  }
  walk.open.at(-1)?.parts.push({ kind: "paragraph", node: block.node });
  setHome(block, walk.open.at(-1), walk);
}

function enterItem(block: ItemBlock, around: Candidate | undefined, walk: Walk): void {
  const { node, heading, item, span } = block;
  const first = node.children[0];
  const from = first?.position?.start.offset ?? 0;
  const words =
    first?.type === "paragraph" ? flattenInline(first.children, walk.source, from) : undefined;
  const number = walk.unmarked.items.get(block);
  const read =
    words === undefined ? undefined : recogniseTaskLine(readLead(words), "box", node.checked);
  const line = read && number !== undefined ? { ...read, ownId: number } : read;
  if (item === undefined) walk.open.at(-1)?.parts.push({ kind: "item", node });
  const isNamed = around === undefined && item === undefined && isNamedBullet(line);
  const isBullet = words !== undefined && (isTimedBullet(words.text) || isNamed);
  if (line === undefined || (!line.hasBox && !isBullet && number === undefined)) {
    setHome(block, around, walk);
    if (words !== undefined && isLabel(words)) walk.label = words.text;
    return;
  }
  const candidate: Candidate = {
    construct: line.hasBox ? "box" : "bullet",
    isUnmarked: number !== undefined,
    line,
    title: undefined,
    heading,
    parent: around,
    node,
    list: item ?? heading,
    label: walk.label,
    file: undefined,
    depth: 0,
    parts: [...toBodyParts(node.children)],
    span,
  };
  walk.all.push(candidate);
  walk.homeOf.set(block, candidate);
}

function setHome(block: Block, home: Candidate | undefined, walk: Walk): void {
  if (home !== undefined) walk.homeOf.set(block, home);
}

/** A line over a list: it ends in a colon, or is all bold. */
function isLabel({ text, strong }: InlineText): boolean {
  const [bold] = strong;
  return /[:：]\s*$/.test(text) || (bold?.start === 0 && bold.end === text.length);
}

/** `- T009 Sell books`: with an ID that only tasks have. */
function isNamedBullet(line: TaskLine | undefined): boolean {
  const { ownId, word, hasBox } = line ?? { ownId: undefined, word: undefined, hasBox: false };
  return !hasBox && ownId !== undefined && word !== "number" && word !== "code";
}

/** `- Sell books (3h) after: Set up the shop`. */
function isTimedBullet(text: string): boolean {
  return (
    /\safter:\s*\S/.test(text) || /\(~?\d+(?:\.\d+)?\s*(?:h|hours?|d|days?|m|min)\)/.test(text)
  );
}
