/** A half-open range of UTF-16 units. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The same text, equally long, with some ranges of it blanked out; they may overlap and come in any order.
 *
 * @param filler One character to put there instead of a space.
 */
export function maskSpans(text: string, spans: readonly Range[], filler = " "): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const first = Math.max(from, start);
    if (end <= first) continue;
    parts.push(text.slice(from, first), filler.repeat(end - first));
    from = end;
  }
  return [...parts, text.slice(from)].join("");
}
