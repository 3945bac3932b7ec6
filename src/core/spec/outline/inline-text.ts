/** A half-open range of UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text as a reader sees it, without markup, that still knows where each unit stands in the source. */
export interface InlineText {
  /** Plain text; line breaks are `\n`. */
  readonly text: string;
  /** Source offset of each unit of `text`, never running backwards. */
  readonly offsets: readonly number[];
  /** Ranges of `text` that were code spans, in order. */
  readonly code: readonly Span[];
  /** Ranges of `text` that were bold, in order. */
  readonly strong: readonly Span[];
  /** Ranges of `text` that were struck out, in order. */
  readonly struck: readonly Span[];
}

/** The part of a text from `start` to before `end`, without white space at its ends. */
export function sliceInline(
  inline: InlineText,
  start: number,
  end = inline.text.length,
): InlineText {
  let from = Math.min(start, end);
  let to = Math.min(end, inline.text.length);
  while (from < to && /\s/.test(inline.text.charAt(from))) from += 1;
  while (to > from && /\s/.test(inline.text.charAt(to - 1))) to -= 1;
  return {
    text: inline.text.slice(from, to),
    offsets: inline.offsets.slice(from, to),
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
  const offsets: number[] = [];
  const code: Span[] = [];
  const strong: Span[] = [];
  const struck: Span[] = [];
  for (const part of parts) {
    if (text !== "") {
      text += "\n";
      offsets.push(offsets.at(-1) ?? 0);
    }
    code.push(...part.code.map((span) => shiftSpan(span, text.length)));
    strong.push(...part.strong.map((span) => shiftSpan(span, text.length)));
    struck.push(...part.struck.map((span) => shiftSpan(span, text.length)));
    text += part.text;
    for (const offset of part.offsets) offsets.push(offset);
  }
  return { text, offsets, code, strong, struck };
}

/** The source range that a text covers, markup around its ends left out. */
export function toSourceSpan(inline: InlineText): Span {
  const start = inline.offsets[0] ?? 0;
  return { start, end: (inline.offsets.at(-1) ?? start - 1) + 1 };
}

function clipSpans(spans: readonly Span[], from: number, to: number): Span[] {
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
