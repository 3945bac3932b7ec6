import { maskParentheses } from "../../text/mask-parentheses.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { type ChainStep, splitChain } from "./split-chain.ts";

/** One clause that says what comes before what. */
export interface Rule {
  readonly relation: "after" | "before" | "none";
  /** Who it is about; empty where only the label says so. */
  readonly subject: InlineText;
  /** What it waits for, or what waits for it; empty for `none`. */
  readonly object: InlineText;
  /** The clause. */
  readonly whole: InlineText;
}

/** A bullet or paragraph as its label (`**Phase 3**:`) and its rules. */
export interface Rules {
  readonly label: InlineText;
  readonly rules: readonly Rule[];
}

const clauseEnd =
  /[.;!]\s+|,?\s(?:but|while|whereas)\s|\s(?:[—–]|--?)\s(?!(?:tasks?\s+)?(?:T-?\d|\d+\.\d|phase\s+\d|us\d))/gi;
const none = /\bno\s+(?:\w+\s+){0,2}dependenc(?:y|ies)\b/i;
const parallel = /\b(?:all\s+)?in\s+parallel\b(?:\s+with\b(?:(?!\safter\b).)*)?/gi;
const together = /\b(?:parallel|independent(?:ly)?|simultaneous(?:ly)?|concurrent(?:ly)?)\b/i;
const untilDone =
  /^no\s+(.+?)\s+(?:work\s+)?(?:can|may|should|must)\s+(?:begin|start|proceed)\s+(?:until|before)\s+/i;
const onceDone =
  /^(?:once|when|after)\s+(.+?),\s*(?:then\s+)?(.+?)\s+(?:can|may)\s+(?:begin|start|proceed)\b/i;
/** A longer clause is not tried for `once A is done, B can start`, which takes time by its square. */
const mostOnce = 500;
const after =
  /\b(?:depend(?:s|ing|ent)?\s+(?:up)?on|(?:(?:is|are)\s+)?blocked\s+(?:by|on|until)|can\s+(?:only\s+)?(?:start|begin|run|proceed)\s+(?:immediately\s+)?(?:only\s+)?(?:after|once|when)|(?:starts?|begins?|runs?)\s+(?:only\s+)?after|waits?\s+(?:for|on|until)|(?:must|should)\s+(?:come|follow|run|start|happen)\s+after|requires?|after)\b\s*:?\s*/i;
const before =
  /\b(?:blocks?|(?:(?:must|should|needs?\s+to|has\s+to|have\s+to)\s+)?(?:(?:be\s+)?(?:completed?|done|finished?|deployed?|merged?|run|come|go|land|happen)\s+)?before|precedes?|(?:is|are)\s+required\s+(?:for|by))\b\s*:?\s*/i;
const negation = /(?:\b(?:no|not|never|without|non)\b|n['’]t)(?:\W+\w+){0,3}\W*$/i;

/**
 * Recognises in a bullet or sentence what depends on what: `A depends on B`, `A: depends on B`, `A blocks
 * B`, `A before B`, `A → B → C`, `no dependencies`, `no A can begin until B`.
 *
 * Each clause is read for itself. What may run in parallel, is independent, or is negated is no rule.
 */
export function recogniseRules(text: InlineText): Rules {
  const [label, body] = splitLabel(text);
  const isChain = splitChain(label).length > 0;
  return { label, rules: (isChain ? [label] : splitClauses(body)).flatMap(readClause) };
}

/** The words in bold or before a colon at the start, and what follows. */
function splitLabel(text: InlineText): readonly [InlineText, InlineText] {
  const bold = text.strong[0];
  const afterBold = bold === undefined ? "" : text.text.slice(bold.end);
  if (bold?.start === 0 && (/^\s*:/.test(afterBold) || text.text[bold.end - 1] === ":")) {
    const gap = /^\s*:?\s*/.exec(afterBold)?.[0].length ?? 0;
    const end = text.text[bold.end - 1] === ":" ? bold.end - 1 : bold.end;
    return [sliceInline(text, 0, end), sliceInline(text, bold.end + gap)];
  }
  const colon = /^[^:.;]{1,80}?:\s+/.exec(maskParentheses(text.text))?.[0];
  if (colon === undefined || after.test(colon) || before.test(colon))
    return [sliceInline(text, 0, 0), text];
  return [sliceInline(text, 0, colon.trimEnd().length - 1), sliceInline(text, colon.length)];
}

function splitClauses(text: InlineText): readonly InlineText[] {
  const clauses: InlineText[] = [];
  let from = 0;
  for (const match of maskParentheses(text.text).matchAll(clauseEnd)) {
    clauses.push(sliceInline(text, from, match.index));
    from = match.index + match[0].length;
  }
  return [...clauses, sliceInline(text, from)].filter((clause) => clause.text !== "");
}

function readClause(whole: InlineText): readonly Rule[] {
  const steps = splitChain(whole);
  if (steps.length > 0) return steps.map(toRule);
  const masked = maskParentheses(whole.text);
  const empty = sliceInline(whole, 0, 0);
  if (none.test(masked)) return [{ relation: "none", subject: empty, object: empty, whole }];
  const until = untilDone.exec(masked);
  if (until !== null) {
    const subject = sliceInline(whole, 3, 3 + (until[1] ?? "").length);
    return [{ relation: "after", subject, object: sliceInline(whole, until[0].length), whole }];
  }
  const free = masked.replace(parallel, (words) => " ".repeat(words.length));
  const once = masked.length < mostOnce ? onceDone.exec(masked) : null;
  if (once !== null) return [{ relation: "before", ...readOnce(whole, masked, once), whole }];
  return together.test(free) ? [] : readKeyWord(whole, free);
}

function toRule({ earlier, later, whole }: ChainStep): Rule {
  return { relation: "after", subject: later, object: earlier, whole };
}

function readKeyWord(whole: InlineText, masked: string): readonly Rule[] {
  const found = [
    { relation: "after" as const, match: after.exec(masked) },
    { relation: "before" as const, match: before.exec(masked) },
  ].toSorted((a, b) => (a.match?.index ?? Infinity) - (b.match?.index ?? Infinity))[0];
  if (found?.match == null) return [];
  const { relation, match } = found;
  if (negation.test(masked.slice(0, match.index).slice(-60))) return [];
  const object = sliceInline(whole, match.index + match[0].length);
  if (object.text === "") return [];
  return [{ relation, subject: sliceInline(whole, 0, match.index), object, whole }];
}

function readOnce(whole: InlineText, masked: string, match: RegExpExecArray) {
  const [, first = "", second = ""] = match;
  const from = masked.indexOf(first);
  const to = masked.indexOf(second, from + first.length);
  return {
    subject: sliceInline(whole, from, from + first.length),
    object: sliceInline(whole, to, to + second.length),
  };
}
