/** A text without its escapes, and where each of its offsets was before. */
export interface Unescaped {
  readonly text: string;
  /** The offset in the text as it was that an offset here comes from. */
  readonly toOffset: (offset: number) => number;
}

/** Takes out the backslashes with which Markdown escapes punctuation. */
export function unescapeMarkdown(text: string): Unescaped {
  /** Where each backslash stood, counted in what is left. */
  const gaps: number[] = [];
  const plain = text.replace(/\\([!-/:-@[-`{-~])/g, (_, character: string, at: number) => {
    gaps.push(at - gaps.length);
    return character;
  });
  return { text: plain, toOffset: (offset) => offset + countUpTo(gaps, offset) };
}

/** How many of the ascending numbers are below the given one. */
function countUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
