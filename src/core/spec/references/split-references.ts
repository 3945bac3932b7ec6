import { findParentheses } from "../../text/find-parentheses.ts";
import { maskParentheses } from "../../text/mask-parentheses.ts";

/** One part of a list such as `T001 (schema), T002 and the auth service`. */
export interface ReferenceSegment {
  /** The part without what stands in round brackets. */
  readonly core: string;
  /** What stands in its round brackets, in order. */
  readonly remarks: readonly string[];
  /** Index in the text. */
  readonly at: number;
  /** A comma parts it from the segment before, so that it may go on with that one's reason. */
  readonly isAfterComma: boolean;
}

const separator =
  /\s*[,;&+|、，；\n∥]+\s*(?:and\b\s*)?|\s+(?:and|plus|und)\s+|(?<=\d[a-z]?)\s?\/\s?(?=[A-Z]*-?\d)/g;
const sentenceEnd = /[.!]\s+(?=[A-Z(])|\s(?:but|while|however|although)\s|\s=>\s/;
const remarkDash = /\s(?:—|–|--?)\s(?!(?:tasks?\s+)?(?:T-?\d|\d+\.\d|[A-Z]+-\d|phase\s+\d|us\d))/i;
const together = /\b(?:parallel|independent(?:ly)?|simultaneous(?:ly)?|concurrent(?:ly)?)\b/i;
const negated = /\b(?:not|never|without|except)\b|n['’]t\b/i;

/**
 * Splits a list of references at commas, semicolons, `and`, `&`, `+` and line breaks, outside of round
 * brackets, up to the end of the first sentence.
 *
 * What is said after a dash goes with the part before it as its remark. A negated part is left out,
 * and so is all from a part on that speaks of running in parallel: neither says what to wait for.
 */
export function splitReferences(text: string): readonly ReferenceSegment[] {
  const masked = maskParentheses(text);
  const end = endOf(masked, sentenceEnd);
  const listEnd = Math.min(end, endOf(masked, remarkDash));
  const segments: ReferenceSegment[] = [];
  let from = 0;
  for (const to of [...splitPoints(masked, listEnd), { start: listEnd, end: listEnd }]) {
    const core = masked.slice(from, to.start);
    if (together.test(core)) break;
    if (!negated.test(core)) segments.push(toSegment(text, masked, from, to.start));
    from = to.end;
  }
  const kept = segments.filter(({ core, remarks }) => core !== "" || remarks.length > 0);
  const remark = text.slice(listEnd, end).replace(/^\s*[—–-]+\s*/, "");
  const last = kept.pop();
  if (last === undefined) return [];
  return [...kept, remark === "" ? last : { ...last, remarks: [...last.remarks, remark] }];
}

function splitPoints(masked: string, end: number): readonly { start: number; end: number }[] {
  return [...masked.matchAll(separator)]
    .filter((match) => match.index < end)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function toSegment(text: string, masked: string, from: number, to: number): ReferenceSegment {
  const remarks = findParentheses(text.slice(from, to)).map(({ start, end }) =>
    text.slice(from + start + 1, from + end - 1).trim(),
  );
  const lead = masked.slice(from, to).search(/\S|$/);
  const isAfterComma = /,\s*$/.test(masked.slice(Math.max(0, from - 3), from));
  const core = masked.slice(from, to).replace(/\s+/g, " ").trim();
  return { core: core.replace(/[`"“”]/g, ""), remarks, at: from + lead, isAfterComma };
}

function endOf(text: string, pattern: RegExp): number {
  const index = text.search(pattern);
  return index < 0 ? text.length : index;
}
