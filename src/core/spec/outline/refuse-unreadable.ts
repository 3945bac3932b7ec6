import type { Diagnostic } from "../../model/diagnostic.ts";
import { measureBytes } from "../../text/measure-bytes.ts";

const mostBytes = 10 * 1024 * 1024;
const mostLevels = 100;
const mostInline = 500;

/**
 * Says why a text is not parsed at all, or `undefined` if it is: parsing takes time that grows with
 * the square of nested lists and unclosed markup. Blocks that are too long come out later, when the
 * text is cut.
 *
 * Limits: 10 MiB of UTF-8 in all, 100 levels of lists and quotes, 500 levels of bold, links and
 * brackets.
 */
export function refuseUnreadable(text: string, path: string): Diagnostic | undefined {
  const bytes = measureBytes(text);
  if (bytes > mostBytes) {
    return {
      code: "KS107",
      severity: "error",
      message: `Cannot read a spec of ${bytes} bytes: at most ${mostBytes} (10 MiB) are read; split it into several specs`,
      at: { path, line: 1, column: 1 },
    };
  }
  const tangle = findTangle(text.split(/\r\n|\n|\r/));
  if (tangle === undefined) return undefined;
  return {
    code: "KS109",
    severity: "error",
    message: `Cannot read the spec: ${tangle.what}; split the block that holds this line`,
    at: { path, line: tangle.line, column: 1 },
  };
}

function findTangle(lines: readonly string[]): { what: string; line: number } | undefined {
  let inline = { depth: 0, deepest: 0 };
  for (const [index, line] of lines.entries()) {
    if (isBlockStart(line)) inline = { depth: 0, deepest: 0 };
    inline = measureInlineDepth(line, inline.depth);
    const what = describeTangle(line, inline.deepest);
    if (what !== undefined) return { what, line: index + 1 };
  }
  return undefined;
}

function describeTangle(line: string, depth: number): string | undefined {
  if (countLevels(line) > mostLevels) return `more than ${mostLevels} levels of lists and quotes`;
  if (depth > mostInline) return `more than ${mostInline} levels of bold, links or brackets`;
  if (/`{200}/.test(line)) return "a run of 200 backticks";
  return undefined;
}

/** A blank line, bullet or heading starts afresh whatever stood before. */
function isBlockStart(line: string): boolean {
  return /^[\s>]*(?:$|[-*+]\s|#{1,6}\s)/.test(line);
}

/** Levels of lists and quotes that a line could open: its markers and, two columns each, its indent. */
function countLevels(line: string): number {
  const prefix = /^(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? "";
  if (prefix.length < mostLevels) return 0;
  const markers = prefix.match(/[>*+]|-|[.)]/g)?.length ?? 0;
  const indent = (/^[ \t]*/.exec(prefix)?.[0] ?? "").replaceAll("\t", "    ").length;
  const isNested = markers > 0;
  return markers + (isNested ? Math.floor(indent / 2) : 0);
}

const mark = /\]\(|[[\])]|(?<=(\S)|)[*_~]+(?=(\S)|)/g;

/** How many runs of `*`, `_` or `~` and brackets stand open after a line and at most in it, roughly. */
function measureInlineDepth(line: string, before: number): { depth: number; deepest: number } {
  let depth = before;
  let deepest = before;
  for (const [text, left, right] of line.replace(/`[^`]*`/g, "x").matchAll(mark)) {
    depth = Math.max(0, depth + judgeMark(text, left !== undefined, right !== undefined, depth));
    deepest = Math.max(deepest, depth);
  }
  return { depth, deepest };
}

/** What one mark adds to the depth. A link's round bracket stands open in the square one's place. */
function judgeMark(text: string, canClose: boolean, canOpen: boolean, depth: number): number {
  if (text === "[") return 1;
  if (text === "](") return 0;
  if (text === "]" || text === ")") return -1;
  if (canOpen && canClose) return depth > 0 ? -1 : 1;
  return Number(canOpen) - Number(canClose);
}
