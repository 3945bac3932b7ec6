import type { Nodes, Root } from "mdast";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { SourceFile } from "./build-source.ts";
import { guessLabels, type Labels, listLabels, renderDefinitions } from "./define-labels.ts";
import { freeLazyKeys } from "./free-lazy-keys.ts";
import { type Piece, parsePiece } from "./parse-piece.ts";
import { parseTree } from "./parse-tree.ts";

/** Files of Markdown as one tree, and why some of them could not be parsed. */
export interface ParsedMarkdown {
  /** Its offsets are those of the joined text; lines and columns mean nothing. */
  readonly root: Root;
  readonly refusals: readonly Diagnostic[];
}

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
    const { pieces, stuckAt } = parsePieces(blankWrapper(blankFrontMatter(text)));
    for (const piece of pieces) {
      shiftOffsets(piece.root, start + piece.start);
      for (const child of piece.root.children) root.children.push(child);
    }
    if (stuckAt !== undefined) refusals.push(describeBlock(text, path, stuckAt));
  }
  freeLazyKeys(root);
  return { root, refusals };
}

/** The pieces of a text, and where one begins that is too long to be parsed. */
function parsePieces(text: string): { pieces: readonly Piece[]; stuckAt: number | undefined } {
  const guessed = guessLabels(text);
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    const piece = parsePiece(text, start, (markdown) => parseKnowing(markdown, guessed));
    if (piece === undefined) return { pieces, stuckAt: start };
    pieces.push(piece);
    start = piece.end;
  }
  return { pieces: settleLabels(text, pieces, guessed), stuckAt: undefined };
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

function describeBlock(text: string, path: string, at: number): Diagnostic {
  const line = text.slice(0, at).split("\n").length;
  return {
    code: "KS109",
    severity: "error",
    message: `Cannot read the spec: the block that begins on line ${line} has more than 64,000 bytes, 3,000 links or 10,000 marks of bold; part it by blank lines or headings`,
    at: { path, line, column: 1 },
  };
}
