import { measureFence } from "./measure-fence.ts";

/** What closes all above it though no blank line parts them. */
const closing = /#{1,6}(?:[ \t]|$)|[-*+][ \t]+\S|1[.)][ \t]+\S/my;
const numbered = /(?!1[.)])\d{1,9}[.)][ \t]+\S/y;
const emptyItem = /(?:[-*+]|\d{1,9}[.)])[ \t]*$/my;

/** How to look for a cut. */
export interface CutSearch {
  /** No cut is made before this offset: where the piece begins, or where a block in it ends. */
  readonly from: number;
  /** Shortest piece worth a cut, in UTF-16 units. */
  readonly leastUnits: number;
  /** Whether `2.` may begin a piece: right where what stands above is a numbered list. */
  readonly isNumberTrusted: boolean;
}

/**
 * Finds where the piece of Markdown that begins at `start` may end: at a line at the margin that closes
 * whatever stands above it. Such are lines after a blank one, headings and list items. Gives the text's
 * length where there is none.
 *
 * Fences at the margin are stepped over, and a long one begins a piece of its own. The line may still
 * stand in HTML or in an indented fence; parsing the piece will tell.
 */
export function findCut(text: string, start: number, search: CutSearch): number {
  const { leastUnits, isNumberTrusted } = search;
  let at = search.from;
  let isApart = true;
  while (at < text.length) {
    const isLong = at - start >= leastUnits;
    const fence = isAtMargin(text, at) || at === start ? measureFence(text, at) : 0;
    if (at > start && fence > 0 && (isLong || fence > 2 * leastUnits)) return at;
    if (isLong && canBegin(text, at, isApart, isNumberTrusted)) return at;
    const next = fence > 0 ? at + fence : toNextLine(text, at);
    isApart = fence > 0 || isBlank(text, at, next);
    at = next;
  }
  return text.length;
}

function canBegin(text: string, at: number, isApart: boolean, isNumberTrusted: boolean): boolean {
  if (!isAtMargin(text, at) || testAt(emptyItem, text, at)) return false;
  if (testAt(numbered, text, at)) return isNumberTrusted;
  return isApart || testAt(closing, text, at);
}

function testAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isAtMargin(text: string, at: number): boolean {
  const unit = text.charAt(at);
  return unit !== " " && unit !== "\t" && unit !== "\n";
}

function toNextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end + 1;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (!/[ \t\n]/.test(text.charAt(at))) return false;
  return true;
}
