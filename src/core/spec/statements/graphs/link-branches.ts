import { type InlineText, offsetAt, sliceInline } from "../../outline/inline-text.ts";
import { type ChainStep, splitChain } from "../split-chain.ts";

/** One arrow of some lines. */
export type DrawnStep = Pick<ChainStep, "earlier" | "later" | "whole">;

/** A part of a chain, and the columns of the arrow after it; the last part has one without an end. */
interface Part {
  readonly words: InlineText;
  readonly from: number;
  readonly to: number;
}

/** A branch hangs from a line no further above. */
const mostAbove = 40;

/**
 * Lists the arrows of lines of chains. A line that begins with `↘` branches off the chain above: from the
 * part before the arrow that stands over it.
 */
export function linkBranches(lines: readonly InlineText[], source: string): readonly DrawnStep[] {
  const above: (readonly Part[])[] = [];
  return lines.flatMap((line): readonly DrawnStep[] => {
    const mark = /^↘\s*/.exec(line.text)?.[0].length ?? 0;
    const chain = sliceInline(line, mark);
    const steps = splitChain(chain);
    const stem = mark === 0 ? undefined : findStem(columnOf(line, source), above);
    const first = steps[0]?.earlier ?? chain;
    above.unshift(listParts(steps, first, source));
    above.splice(mostAbove);
    return stem === undefined ? steps : [{ earlier: stem, later: first, whole: line }, ...steps];
  });
}

function findStem(column: number, above: readonly (readonly Part[])[]): InlineText | undefined {
  for (const parts of above) {
    const over = parts.find(({ from, to }) => from - 1 <= column && column < to);
    if (over !== undefined) return over.words;
  }
  return undefined;
}

function listParts(
  steps: readonly ChainStep[],
  first: InlineText,
  source: string,
): readonly Part[] {
  const words = [first, ...steps.map(({ later }) => later)];
  return words.map((each, place) => {
    const from = columnOf(each, source) + each.text.length;
    const next = words[place + 1];
    return { words: each, from, to: next === undefined ? Infinity : columnOf(next, source) };
  });
}

function columnOf(text: InlineText, source: string): number {
  const offset = offsetAt(text, 0) ?? 0;
  return offset - source.lastIndexOf("\n", offset - 1) - 1;
}
