import { measureBytes } from "../../text/measure-bytes.ts";

const mostBytes = 64_000;
const mostLinks = 3_000;
const mostMarks = 10_000;

const link = /\][[(]|^[ \t>]*\[[^[\]\n]+\]:/gm;
const mark = /\*+|(?<!\w)_+|_+(?!\w)/g;

/**
 * Whether remark parses a block within half a second: it has at most 64,000 bytes of UTF-8, 3,000
 * links or definitions of such, and 10,000 marks of bold and italics. Time grows with the square of
 * each, since remark makes room in the list of all that a block holds for every one that it finds.
 */
export function isParsable(block: string): boolean {
  return (
    measureBytes(block) <= mostBytes &&
    countMatches(block, link) <= mostLinks &&
    countMatches(block, mark) <= mostMarks
  );
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
