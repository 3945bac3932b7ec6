import { type InlineText, sliceInline, splitInlineLines } from "../../outline/inline-text.ts";
import { recogniseKey } from "../recognise-key.ts";

/**
 * Splits a text into its lines, and a line with several keys into one for each: `Priority: HIGH | Owner:
 * Ann`, `**Priority**: HIGH **Effort**: 4h`.
 */
export function splitKeys(text: InlineText): readonly InlineText[] {
  return splitInlineLines(text).flatMap((line) => {
    const cuts = [...listBars(line), ...listBoldKeys(line)].toSorted((a, b) => a.start - b.start);
    const parts: InlineText[] = [];
    let from = 0;
    for (const { start, end } of cuts) {
      if (start < from) continue;
      parts.push(sliceInline(line, from, start));
      from = end;
    }
    return [...parts, sliceInline(line, from)].filter((part) => part.text !== "");
  });
}

/** Bars and dots with a key after them; what stands before the first must be a key too. */
function listBars(line: InlineText): { start: number; end: number }[] {
  const found = [...line.text.matchAll(/[|·•]\s*(?=\p{L}[\p{L} /]{1,30}[:：])/gu)];
  return found.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function listBoldKeys(line: InlineText): { start: number; end: number }[] {
  if (recogniseKey(line) === undefined) return [];
  return line.strong.flatMap(({ start, end }) => {
    const isKey =
      /[:：]$/.test(line.text.slice(start, end)) || /^\s*[:：]/.test(line.text.slice(end));
    const key = start > 0 && isKey ? recogniseKey(sliceInline(line, start)) : undefined;
    return key === undefined ? [] : [{ start: dropSeparator(line.text, start), end: start }];
  });
}

function dropSeparator(text: string, start: number): number {
  return text.slice(0, start).replace(/[\s,;|·•/-]+$/, "").length;
}
