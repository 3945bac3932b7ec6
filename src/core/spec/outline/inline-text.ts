/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Units that stand in the source one right after the other, from `at` to where the next run begins. */
export interface Run {
  /** Index of its first unit in the text. */
  readonly at: number;
  /** Source offset of that unit. */
  readonly offset: number;
}

/** Text as a reader sees it, without markup, that still knows where each unit stands in the source. */
export interface InlineText {
  /** Plain text; line breaks are `\n`. */
  readonly text: string;
  /** Where the units of `text` stand, in order; the first begins at 0. Offsets never run backwards. */
  readonly runs: readonly Run[];
  /** Ranges of `text` that were code spans, in order. */
  readonly code: readonly Span[];
  /** Ranges of `text` that were bold, in order. */
  readonly strong: readonly Span[];
  /** Ranges of `text` that were struck out, in order. */
  readonly struck: readonly Span[];
}

/** Text without markup as it stands in the source at `start`. */
export function toInline(text: string, start: number): InlineText {
  return { text, runs: [{ at: 0, offset: start }], code: [], strong: [], struck: [] };
}

/** Source offset of the unit at `index`; `undefined` where the text has none. */
export function offsetAt({ text, runs }: InlineText, index: number): number | undefined {
  if (index < 0 || index >= text.length) return undefined;
  const run = runs[findRun(runs, index)];
  return run && run.offset + index - run.at;
}

/** Index of the unit that stands at a source offset, -1 where none does. */
export function indexOfOffset({ text, runs }: InlineText, offset: number): number {
  const place = runs.findIndex((run, index) => {
    const end = runs[index + 1]?.at ?? text.length;
    return run.offset <= offset && offset < run.offset + end - run.at;
  });
  const run = runs[place];
  return run === undefined ? -1 : run.at + offset - run.offset;
}

/** The part of a text from `start` to before `end`, without white space at its ends. */
export function sliceInline(
  inline: InlineText,
  start: number,
  end = inline.text.length,
): InlineText {
  const first = Math.min(start, end);
  const cut = inline.text.slice(first, end);
  const text = cut.trim();
  if (text.length === inline.text.length) return inline;
  const from = first + cut.length - cut.trimStart().length;
  const to = from + text.length;
  return {
    text,
    runs: clipRuns(inline.runs, from, to),
    code: clipSpans(inline.code, from, to),
    strong: clipSpans(inline.strong, from, to),
    struck: clipSpans(inline.struck, from, to),
  };
}

/** The lines of a text, each without white space at its ends; empty ones are left out. */
export function splitInlineLines(inline: InlineText): readonly InlineText[] {
  const lines: InlineText[] = [];
  let from = 0;
  for (const line of inline.text.split("\n")) {
    const part = sliceInline(inline, from, from + line.length);
    if (part.text !== "") lines.push(part);
    from += line.length + 1;
  }
  return lines;
}

/** The same text with its line breaks as spaces. */
export function unwrapInline(inline: InlineText): InlineText {
  return { ...inline, text: inline.text.replaceAll("\n", " ") };
}

/** Several texts as one, a line each. */
export function joinInlineLines(parts: readonly InlineText[]): InlineText {
  let text = "";
  let lastOffset = 0;
  const runs: Run[] = [];
  const code: Span[] = [];
  const strong: Span[] = [];
  const struck: Span[] = [];
  for (const part of parts) {
    if (text !== "") {
      runs.push({ at: text.length, offset: lastOffset });
      text += "\n";
    }
    code.push(...part.code.map((span) => shiftSpan(span, text.length)));
    strong.push(...part.strong.map((span) => shiftSpan(span, text.length)));
    struck.push(...part.struck.map((span) => shiftSpan(span, text.length)));
    for (const { at, offset } of part.runs) runs.push({ at: at + text.length, offset });
    text += part.text;
    lastOffset = offsetAt(part, part.text.length - 1) ?? lastOffset;
  }
  return { text, runs, code, strong, struck };
}

/** The source range that a text covers, markup around its ends left out. */
export function toSourceSpan(inline: InlineText): Span {
  const start = offsetAt(inline, 0) ?? 0;
  return { start, end: (offsetAt(inline, inline.text.length - 1) ?? start - 1) + 1 };
}

/** Index of the run that holds a unit. */
function findRun(runs: readonly Run[], index: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

function clipRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const clipped: Run[] = [];
  for (let place = findRun(runs, from); place < runs.length; place += 1) {
    const { at, offset } = runs[place] ?? { at: to, offset: 0 };
    if (at >= to) break;
    const start = Math.max(at, from);
    clipped.push({ at: start - from, offset: offset + start - at });
  }
  return clipped;
}

function clipSpans(spans: readonly Span[], from: number, to: number): readonly Span[] {
  if (spans.length === 0) return spans;
  return spans
    .filter((span) => span.end > from && span.start < to)
    .map((span) => ({
      start: Math.max(span.start, from) - from,
      end: Math.min(span.end, to) - from,
    }));
}

function shiftSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}
