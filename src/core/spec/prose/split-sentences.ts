import { type InlineText, sliceInline } from "../outline/inline-text.ts";

const end = /[.!?](?:["'”)\]*]*)\s+(?=[\p{Lu}\d"“'([*`])|[。！？]/gu;
const abbreviation = /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|resp|incl)|\b\p{Lu})\.\s*$/iu;

/** The sentences of a text on one line, in order; abbreviations end none. */
export function splitSentences(text: InlineText): readonly InlineText[] {
  const parts: InlineText[] = [];
  let from = 0;
  for (const match of text.text.matchAll(end)) {
    const to = match.index + match[0].length;
    const isEnd =
      !isInCode(text, match.index) && !abbreviation.test(text.text.slice(Math.max(0, to - 12), to));
    if (!isEnd) continue;
    parts.push(sliceInline(text, from, to));
    from = to;
  }
  parts.push(sliceInline(text, from));
  return parts.filter((part) => part.text !== "");
}

function isInCode({ code }: InlineText, at: number): boolean {
  return code.some(({ start, end }) => start <= at && at < end);
}
