import type { Place } from "../../model/diagnostic.ts";
import type { Evidence } from "../../model/evidence.ts";
import type { SpecText } from "../../model/spec.ts";
import { unifyText } from "../../text/unify-text.ts";
import type { Span } from "./inline-text.ts";

/** A spec's files as one text, with what is needed to say where something stands in them. */
export interface Source {
  /** All files one after the other, each as `unifyText` gives it; offsets of spans are offsets into it. */
  readonly text: string;
  /** The files in order, and where each begins in `text`. */
  readonly files: readonly SourceFile[];
  /** File, line and column of an offset, both from 1. */
  readonly placeAt: (offset: number) => Place;
  /**
   * What stands in a range, white space at its end left out; confidence is 1 unless told. Its quote
   * and its `loc` are those of the file, with its byte order mark and its own line ends.
   */
  readonly evidenceOf: (span: Span, confidence?: number) => Evidence;
  /** Makes it known under which headings text stands; what `evidenceOf` says of sections. */
  readonly withSections: (sections: readonly SectionMark[]) => Source;
}

/** A file's stretch of the text. */
export interface SourceFile {
  readonly path: string;
  readonly start: number;
  /** The unified text. */
  readonly text: string;
}

/** A heading's offset and how evidence names it, such as `H2: Login`. */
export interface SectionMark {
  readonly start: number;
  readonly label: string;
}

/** A file with where its lines begin, in the joined text and in the file itself. */
interface IndexedFile extends SourceFile {
  readonly raw: string;
  readonly lineStarts: readonly number[];
  readonly rawStarts: readonly number[];
}

const mostQuoted = 300;

/** Joins a spec's files and prepares for finding places by offset, each in logarithmic time. */
export function buildSource(files: readonly SpecText[]): Source {
  const indexed: IndexedFile[] = [];
  let start = 0;
  for (const file of files) {
    const next = indexFile(file, start);
    indexed.push(next);
    start += next.text.length + 1;
  }
  return toSource(indexed, []);
}

function toSource(files: readonly IndexedFile[], sections: readonly SectionMark[]): Source {
  const text = files.map((file) => file.text).join("\n");
  const fileStarts = files.map((file) => file.start);
  const sectionStarts = sections.map((section) => section.start);
  const fileAt = (offset: number) => files[Math.max(0, findLast(fileStarts, offset))];
  return {
    text,
    files,
    placeAt,
    evidenceOf,
    withSections: (marks) => toSource(files, marks),
  };

  function placeAt(offset: number): Place {
    const file = fileAt(offset);
    const line = findLast(file?.lineStarts ?? [], offset);
    const start = file?.lineStarts[line] ?? 0;
    return { path: file?.path ?? "", line: line + 1, column: offset - start + 1 };
  }

  function evidenceOf({ start, end }: Span, confidence = 1): Evidence {
    const trimmedEnd = start + text.slice(start, end).trimEnd().length;
    const file = fileAt(start);
    const loc = { start: toRawOffset(file, start), end: toRawOffset(file, trimmedEnd) };
    return {
      path: file?.path ?? "",
      quote: quote((file?.raw ?? "").slice(loc.start, loc.end)),
      section: sections[findLast(sectionStarts, start)]?.label ?? "",
      startLine: placeAt(start).line,
      endLine: placeAt(Math.max(start, trimmedEnd - 1)).line,
      loc,
      confidence,
    };
  }
}

function indexFile({ path, text: raw }: SpecText, start: number): IndexedFile {
  const text = unifyText(raw);
  const hidden = raw.startsWith("\uFEFF") ? 1 : 0;
  const lineStarts = [start, ...listEnds(text, /\n/g).map((end) => start + end)];
  const rawStarts = [hidden, ...listEnds(raw, /\r\n|\n|\r/g)];
  return { path, start, text, raw, lineStarts, rawStarts };
}

function toRawOffset(file: IndexedFile | undefined, offset: number): number {
  if (file === undefined) return 0;
  const line = Math.max(0, findLast(file.lineStarts, offset));
  return (file.rawStarts[line] ?? 0) + offset - (file.lineStarts[line] ?? 0);
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
