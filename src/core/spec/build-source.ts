import type { Place } from "../model/diagnostic.ts";
import type { Evidence } from "../model/evidence.ts";
import { unifyText } from "../text/unify-text.ts";
import type { Span } from "./inline-text.ts";

/** A spec's text with what is needed to say where something stands in it. */
export interface Source {
  readonly path: string;
  /** The text as `unifyText` gives it; offsets of spans are offsets into it. */
  readonly text: string;
  /** Line and column of an offset, both from 1. */
  readonly placeAt: (offset: number) => Place;
  /**
   * What stands in a range, white space at its end left out; confidence is 1 unless told. Its quote
   * and its `loc` are those of the file, with its byte order mark and its own line ends.
   */
  readonly evidenceOf: (span: Span, confidence?: number) => Evidence;
}

/** A heading's offset and how evidence names it, such as `H2: Login`. */
export interface SectionMark {
  readonly start: number;
  readonly label: string;
}

const mostQuoted = 300;

/**
 * Prepares a text for finding lines, columns and sections by offset, each in logarithmic time.
 *
 * @param file The text as it stands in the file.
 * @param sections In order of their offsets in the unified text.
 */
export function buildSource(file: string, path: string, sections: readonly SectionMark[]): Source {
  const text = unifyText(file);
  const hidden = file.startsWith("\uFEFF") ? 1 : 0;
  const lineStarts = [0, ...listEnds(text, /\n/g)];
  const fileStarts = [hidden, ...listEnds(file, /\r\n|\n|\r/g)];
  const sectionStarts = sections.map((section) => section.start);
  return { path, text, placeAt, evidenceOf };

  function placeAt(offset: number): Place {
    const line = findLast(lineStarts, offset);
    const start = lineStarts[line] ?? 0;
    return { path, line: line + 1, column: offset - start + 1 };
  }

  function toFileOffset(offset: number): number {
    const line = findLast(lineStarts, offset);
    return (fileStarts[line] ?? hidden) + offset - (lineStarts[line] ?? 0);
  }

  function evidenceOf({ start, end }: Span, confidence = 1): Evidence {
    const trimmedEnd = start + text.slice(start, end).trimEnd().length;
    const loc = { start: toFileOffset(start), end: toFileOffset(trimmedEnd) };
    return {
      quote: quote(file.slice(loc.start, loc.end)),
      section: sections[findLast(sectionStarts, start)]?.label ?? "",
      startLine: placeAt(start).line,
      endLine: placeAt(Math.max(start, trimmedEnd - 1)).line,
      loc,
      confidence,
    };
  }
}

/** Offsets at which the matches of a pattern end. */
function listEnds(text: string, pattern: RegExp): number[] {
  return Array.from(text.matchAll(pattern), (match) => match.index + match[0].length);
}

/** The beginning of a text, never cut through a surrogate pair. */
function quote(text: string): string {
  if (text.length <= mostQuoted) return text;
  const last = text.charCodeAt(mostQuoted - 1);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? mostQuoted - 1 : mostQuoted);
}

/** Index of the last of the ascending `starts` that is at most `offset`; -1 if none is. */
function findLast(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
