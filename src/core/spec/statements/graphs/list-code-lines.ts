import { type InlineText, toInline } from "../../outline/inline-text.ts";
import type { Block } from "../../outline/outline.ts";

/** A code block's lines without its fences, quote marks and indentation, each knowing its place. */
export function listCodeLines(
  { span }: Extract<Block, { kind: "code" }>,
  source: string,
): readonly InlineText[] {
  const lines: InlineText[] = [];
  let from = span.start;
  for (const raw of source.slice(span.start, span.end).split("\n")) {
    const lead = /^(?:\s*>)*\s*/.exec(raw)?.[0].length ?? 0;
    const text = raw.slice(lead).trimEnd();
    lines.push(toInline(text, from + lead));
    from += raw.length + 1;
  }
  const isFenced = /^(?:`{3,}|~{3,})/.test(lines[0]?.text ?? "");
  const inner = isFenced ? lines.slice(1) : lines;
  const isClosed = isFenced && /^(?:`{3,}|~{3,})$/.test(inner.at(-1)?.text ?? "");
  return isClosed ? inner.slice(0, -1) : inner;
}
