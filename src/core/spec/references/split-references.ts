import { findParentheses } from "../../text/find-parentheses.ts";
import { maskParentheses } from "../../text/mask-parentheses.ts";
import { idAhead } from "./id-pattern.ts";
import { markAlternatives } from "./mark-alternatives.ts";

/** One part of a list such as `T001 (schema), T002 and the auth service`. */
export interface ReferenceSegment {
  /** The part without what stands in round brackets. */
  readonly core: string;
  /** What stands in its round brackets, in order. */
  readonly remarks: readonly string[];
  /** Range in the text. */
  readonly at: number;
  readonly end: number;
  /** A comma parts it from the segment before, so that it may go on with that one's reason. */
  readonly isAfterComma: boolean;
  /** It is said not to be meant: `not T002`, `except T002`. */
  readonly isExcluded: boolean;
  /** One of several of which any is enough: `T001 or T002`. */
  readonly isAlternative: boolean;
}

const exception =
  "\\s(?:but\\s+)?(?:except(?:ing)?(?:\\s+for)?|excluding|other\\s+than|apart\\s+from|but\\s+not|minus|not\\s+including|除了|excepto|salvo|sauf)\\s";
const separator = new RegExp(
  [
    exception,
    "[,;&+|∥、，；]+(?:\\s*(?:and|or)\\b)?(?:\\s*also\\b)?",
    `\\n(?=\\s*${idAhead})`,
    "\\s(?:and(?:/or)?|plus|und|as\\s+well\\s+as|along\\s+with)\\s(?:also\\s)?",
    `\\s(?:or|then|followed\\s+by|but\\s+also|also|et|y|e|o|ou|oder)\\s(?=\\s*${idAhead})`,
    `(?:和|与|與|及|或|と|및)(?=\\s*${idAhead})`,
    `(?:→|⇒|-{1,2}>|=>|>)(?=\\s*${idAhead})`,
    "\\/(?<=(?:^|[\\s,;/])(?:T-?|WP|US)?\\d{1,6}(?:\\.\\d{1,6}){0,4}[a-z]?\\s?\\/)(?=\\s?(?:T-?|WP|US)?\\d)",
    "(?<=\\b(?:T-?|WP)\\d{1,6}[a-z]?)\\s(?=(?:T-?|WP)\\d)",
  ].join("|"),
  "gi",
);
const excepting = new RegExp(`^${exception}$`, "i");
const sentenceEnd =
  /[.!。]\s+(?=[A-Z(])|\s(?:but(?!\s+(?:also|not)\b)|while|however|although)\s|\s=>\s/g;
const quotes = /["“”`‘[\]{}]|(?<!\w)['’]|['’](?!\w)/g;
const goesOn = new RegExp(`^\\W*(?:(?:also|and|plus)\\s+)?${idAhead}`, "i");
const remarkDash = new RegExp(`\\s(?:—|–|--?)\\s(?!${idAhead})`, "i");
const together =
  /(?:\b(?:can|may|could|should|to|but|be|and|also|run|runs|all|in|is|are)\s+)*\b(?:in\s+parallel|parallel(?:\s+(?:with|to)\b|$)|parallel-safe|paralleli[sz]\w+|(?:run|runs)\s+parallel|independent(?:ly)?(?:\s+(?:of|from|with)\b|$)|simultaneous(?:ly)?|concurrent(?:ly)?(?:\s+with\b|$)|alongside)/i;
const retired =
  /\b(?:retired|removed|obsolete|superseded|cancell?ed|dropped|(?:no\s+longer|does\s+not)\s+exists?)\b/i;
const negated = new RegExp(
  `^(?:but\\s+)?(?:not|never|no\\s+longer)\\b(?!\\s+(?:applicable|available))|(?:\\b(?:not|never|without|no\\s+longer)\\b|n['’]t\\b)(?:\\W+\\w+){0,3}?\\W+${idAhead}`,
  "i",
);

/**
 * Splits a list of references at commas, semicolons, `and`, `&`, `+`, arrows and line breaks, outside of
 * round brackets, up to the end of the first sentence.
 *
 * What is said after a dash goes with the part before it as its remark. All from a part on that speaks of
 * running in parallel is left out: it does not say what to wait for.
 *
 * @param text With plain marks (`unifyMarks`).
 */
export function splitReferences(text: string): readonly ReferenceSegment[] {
  const masked = maskParentheses(text).replace(quotes, " ");
  const end = findSentenceEnd(masked);
  const dash = masked.search(remarkDash);
  const listEnd = dash < 0 ? end : Math.min(end, dash);
  const segments: ReferenceSegment[] = [];
  let from = 0;
  let isExcluded = false;
  const points = splitPoints(masked, listEnd);
  const alternatives = markAlternatives(points.map(({ start, end }) => masked.slice(start, end)));
  for (const [place, to] of [...points, { start: listEnd, end: listEnd }].entries()) {
    const core = masked.slice(from, to.start);
    const parallel = core.search(together);
    const stop = parallel < 0 ? to.start : from + parallel;
    const segment = toSegment(text, masked, from, stop);
    segments.push({
      ...segment,
      isAlternative: alternatives[place] ?? false,
      isExcluded: isExcluded || negated.test(core.trim()) || retired.test(core),
    });
    if (parallel >= 0) break;
    isExcluded = excepting.test(masked.slice(to.start, to.end));
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
  const end = from + text.slice(from, to).trimEnd().length;
  return {
    core,
    remarks,
    at: from + lead,
    end: Math.max(end, from + lead),
    isAfterComma,
    isExcluded: false,
    isAlternative: false,
  };
}

/** A sentence that begins with an ID goes on with the list before it. */
function findSentenceEnd(text: string): number {
  for (const match of text.matchAll(sentenceEnd)) {
    const next = match.index + match[0].length;
    if (!goesOn.test(text.slice(next, next + 40))) return match.index;
  }
  return text.length;
}
