import type { Nodes, Root } from "mdast";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SourceFile } from "./build-source.ts";
import { guessLabels, type Labels, listLabels, renderDefinitions } from "./define-labels.ts";
import { type CutSearch, findCut } from "./find-cut.ts";
import { freeLazyKeys } from "./free-lazy-keys.ts";
import type { Span } from "./inline-text.ts";
import { type Piece, parsePiece } from "./parse-piece.ts";
import { parseTree } from "./parse-tree.ts";
import { splitBoldItems } from "./split-bold-items.ts";

/** Files of Markdown as one tree, and which of their blocks could not be parsed. */
export interface ParsedMarkdown {
  /** Its offsets are those of the joined text; lines and columns mean nothing. */
  readonly root: Root;
  /** One for each block that was left out. */
  readonly refusals: readonly Diagnostic[];
}

/** A box, a task's ID or a row of a table. */
const taskLike = /\[[ xX~!-]\]|\b(?:T-?\d{2,}|[Tt]ask \d|WP\d)|^[ \t>]*\|/m;

/**
 * Parses files of GitHub Markdown, each by itself: nothing that one leaves open reaches the next.
 *
 * Each is cut into pieces of a few paragraphs, for remark takes time that grows with the square of
 * nested lists. The blocks of the pieces are those of the whole (only that a list may come as several,
 * one after the other), and links know definitions wherever these stand. YAML front matter is
 * blanked out first, so that it is not taken for a heading, and the tags that a PRD is wrapped in.
 */
export function parseMarkdown(files: readonly SourceFile[]): ParsedMarkdown {
  const root: Root = { type: "root", children: [] };
  const refusals: Diagnostic[] = [];
  for (const { path, text, start } of files) {
    const { pieces, stuck } = parsePieces(blankWrapper(blankFrontMatter(text)));
    for (const piece of pieces) {
      shiftOffsets(piece.root, start + piece.start);
      for (const child of piece.root.children) root.children.push(child);
    }
    refusals.push(...stuck.map(({ start, end }) => describeBlock(text, path, start, end)));
  }
  freeLazyKeys(root);
  splitBoldItems(root);
  return { root, refusals };
}

/** The pieces of a text, and the blocks that are too long to be parsed: they are passed over. */
function parsePieces(text: string): { pieces: readonly Piece[]; stuck: readonly Span[] } {
  const guessed = guessLabels(text);
  const pieces: Piece[] = [];
  const stuck: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const piece = parsePiece(text, start, (markdown) => parseKnowing(markdown, guessed));
    const end = piece?.end ?? findCut(text, start, shortest(start));
    if (piece === undefined) stuck.push({ start, end });
    else pieces.push(piece);
    start = end;
  }
  return { pieces: settleLabels(text, pieces, guessed), stuck };
}

/** Up to the next line that may begin a piece. */
function shortest(from: number): CutSearch {
  return { from, leastUnits: 1, isNumberTrusted: true };
}

/** Parses anew the pieces for which the guess at what the text defines was wrong. */
function settleLabels(text: string, pieces: readonly Piece[], guessed: Labels): readonly Piece[] {
  if (!text.includes("]:")) return pieces;
  const defined: Labels = new Map(
    pieces.flatMap(({ root, start, end }) => [...listLabels(root, text.slice(start, end))]),
  );
  return pieces.map((piece) => {
    const markdown = text.slice(piece.start, piece.end);
    if (renderDefinitions(markdown, defined) === renderDefinitions(markdown, guessed)) return piece;
    return { ...piece, root: parseKnowing(markdown, defined) };
  });
}

function parseKnowing(markdown: string, defined: Labels): Root {
  const known = renderDefinitions(markdown, defined);
  const root = parseTree(known + markdown);
  if (known === "") return root;
  const isOwn = (node: Nodes) => (node.position?.start.offset ?? 0) >= known.length;
  const own: Root = { type: "root", children: root.children.filter(isOwn) };
  shiftOffsets(own, -known.length);
  return own;
}

function shiftOffsets(node: Nodes, by: number): void {
  if (by === 0) return;
  if (node.position !== undefined) {
    node.position.start.offset = (node.position.start.offset ?? 0) + by;
    node.position.end.offset = (node.position.end.offset ?? 0) + by;
  }
  if ("children" in node) for (const child of node.children) shiftOffsets(child, by);
}

function blankFrontMatter(text: string): string {
  const match = /^---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (match === null) return text;
  return match[0].replace(/[^\r\n]/g, " ") + text.slice(match[0].length);
}

/** `<context>` and `<PRD>` around all of a text would make HTML of the lines that follow them. */
function blankWrapper(text: string): string {
  if (!/^\s*<(?:context|prd)>[ \t]*\r?\n/i.test(text)) return text;
  return text.replace(/^<\/?(?:context|prd)>[ \t]*$/gim, (tag) => " ".repeat(tag.length));
}

/** An error where tasks may stand in it. */
function describeBlock(text: string, path: string, start: number, end: number): Diagnostic {
  const line = text.slice(0, start).split("\n").length;
  const isHarmful = taskLike.test(text.slice(start, end));
  return {
    code: "KS109",
    severity: isHarmful ? "error" : "warning",
    message: `Cannot read the block that begins on line ${line}: it has more than 64,000 bytes, 3,000 links or 10,000 marks of bold; all else was read, part it by blank lines or headings`,
    at: { path, line, column: 1 },
  };
}
