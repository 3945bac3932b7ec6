import type { Place } from "../model/diagnostic.ts";
import type { Evidence } from "../model/evidence.ts";
import type { Span } from "./inline-text.ts";

/** A spec's text with what is needed to say where something stands in it. */
export interface Source {
  readonly path: string;
  /** The text without its byte order mark; offsets of spans are offsets into it. */
  readonly text: string;
  /** Line and column of an offset, both from 1. */
  readonly placeAt: (offset: number) => Place;
  /**
   * What stands in a range, white space at its end left out; confidence is 1 unless told. Its `loc`
   * counts the byte order mark, as the file does.
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
 * Lines end at LF, CR LF or CR, as in Markdown.
 *
 * @param sections In order of their offsets.
 * @param hidden Length of the byte order mark that was taken off `text`.
 */
export function buildSource(
  text: string,
  path: string,
  sections: readonly SectionMark[],
  hidden: number,
): Source {
  const lineStarts = [0];
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lineStarts.push(index + ending.length);
  }
  const sectionStarts = sections.map((section) => section.start);
  return { path, text, placeAt, evidenceOf };

  function placeAt(offset: number): Place {
    const line = findLast(lineStarts, offset);
    const start = lineStarts[line] ?? 0;
    return { path, line: line + 1, column: offset - start + 1 };
  }

  function evidenceOf({ start, end }: Span, confidence = 1): Evidence {
    const trimmedEnd = start + text.slice(start, end).trimEnd().length;
    return {
      quote: quote(text.slice(start, trimmedEnd)),
      section: sections[findLast(sectionStarts, start)]?.label ?? "",
      startLine: placeAt(start).line,
      endLine: placeAt(Math.max(start, trimmedEnd - 1)).line,
      loc: { start: start + hidden, end: trimmedEnd + hidden },
      confidence,
    };
  }
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
