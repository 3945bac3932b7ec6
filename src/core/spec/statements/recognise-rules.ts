import { maskParentheses } from "../../text/mask-parentheses.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { isNegated } from "./is-negated.ts";
import { readSequence } from "./read-sequence.ts";
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
  /** Arrows that stand in passing, between other words than references. */
  readonly isLoose?: boolean;
}

/** A bullet or paragraph as its label (`**Phase 3**:`) and its rules. */
export interface Rules {
  /** All of it. */
  readonly text: InlineText;
  readonly label: InlineText;
  readonly rules: readonly Rule[];
}

const party = "(?:tasks?\\s+|phases?\\s+)?(?:[A-Z]+-?\\d|\\d+\\.\\d)[\\w.-]*";
const verb =
  "(?:depends|needs|requires|blocks|waits|follows|is\\s+blocked|can(?:not|['’]t)|must|should|after)\\b";
const anyVerb = new RegExp(`\\b(?:before|${verb})`, "i");
const clauseEnd = new RegExp(
  [
    "[.;!]\\s+|,?(?<!\\b(?:nothing|none))\\s(?:but|while|whereas)\\s",
    "\\s(?:[—–]|--?)\\s(?!(?:tasks?\\s+)?(?:T-?\\d|\\d+\\.\\d|phase\\s+\\d|us\\d))",
    `,?\\s(?:and\\s)?(?=${party}\\s${verb})(?<=[,d]\\s)`,
    ",\\s(?=(?:and\\s+)?(?:blocks|unblocks|needs|requires|depends\\s+on|is\\s+blocked\\s+by|waits\\s+for)\\b)",
    "\\sand\\s(?=(?:blocks|depends\\s+on|is\\s+blocked\\s+by)\\b)",
    `\\sor\\s(?=${party}\\s*(?:→|⇒|-+>))`,
  ].join("|"),
  "gi",
);
const none = /\bno\s+(?:\w+\s+){0,2}dependenc(?:y|ies)\b/i;
const parallel = /\b(?:all\s+)?in\s+parallel\b(?:\s+with\b(?:(?!\safter\b).)*)?/gi;
const together =
  /\b(?:parallel|independent(?:ly)?|simultaneous(?:ly)?|concurrent(?:ly)?)\b|\b(?:before\s+or\s+after|after\s+or\s+before|in\s+(?:any|either)\s+order)\b/i;
const untilDone =
  /^no\s+(.+?)\s+(?:work\s+)?(?:can|may|should|must)\s+(?:begin|start|proceed)\s+(?:until|before)\s+/i;
const notStart =
  /^(?:do\s+not|don['’]t|never)\s+(?:start|begin|run|merge|deploy|ship|land)\s+(?:on\s+)?(.+?)\s+(?:until|before|unless)\s+/i;
const onceDone =
  /^(?:once|when|after)\s+(.+?),\s*(?:then\s+)?(.+?)\s+(?:can|may)\s+(?:begin|start|proceed)\b/i;
/** A longer clause is not tried for `once A is done, B can start`, which takes time by its square. */
const mostOnce = 500;
/** What was so once, or might be. */
const supposed = /\b(?:used\s+to|(?:could|might|would)(?:\s+(?:also|then|later))?)\s*$/i;
/** Another one, only named to be told apart. */
const unlike = /^(?:unlike|in\s+contrast\s+to|as\s+opposed\s+to|instead\s+of)\s[^,]{1,60},\s*/i;
/** `Phase 1 must be finished first`: what the text is about comes after it. */
const firstOf =
  /^(.{1,120}?)\s+(?:must|should|needs?\s+to|has\s+to|have\s+to|to)\s+(?:all\s+)?(?:be\s+)?(?:come|complete[d]?|done|finish(?:ed)?|in\s+place|land(?:ed)?|merge[d]?|ready|run|ship(?:ped)?|work(?:ing)?)\s+first\b/i;
const start =
  "(?:(?:start|begin|run|proceed|merge|land|deploy|ship|go|happen|come|finish)(?:ed|s|ing)?|be\\s+\\w+)";
const notUntil = new RegExp(
  `\\b(?:(?:must|may|should|can|do|does|could)(?:\\s+not|n['’]t)|cannot|can['’]t|never)\\s+${start}\\s+(?:until|before|unless|without)\\s+`,
  "i",
);
const after =
  /(?:\b(?:depend(?:s|ing|ent)?\s+(?:up)?on|(?:(?:is|are)\s+)?blocked\s+(?:by|on|until)|can\s+(?:only\s+)?(?:start|begin|run|proceed)\s+(?:immediately\s+)?(?:only\s+)?(?:after|once|when)|(?:should|must|may)\s+only\s+(?:start|begin|run)\s+(?:after|once|when)|(?:starts?|begins?|runs?)\s+(?:only\s+)?after|waits?\s+(?:for|on|until)|(?:must|should)\s+(?:come|follow|run|start|happen)\s+after|requires?|needs?|follows|assumes?|after|depende[n]?\s+de|dépend(?:ent)?\s+de|hängt\s+ab\s+von|hängen\s+ab\s+von|dipende\s+da)\b|依赖于?|依賴於?)\s*:?\s*/i;
const before =
  /\b(?:blocks?|unblocks?|unlocks?|enables?|(?:(?:must|should|needs?\s+to|has\s+to|have\s+to)\s+)?(?:(?:be\s+)?(?:completed?|done|finished?|deployed?|merged?|run|come|go|land|happen|implemented)\s+)?before(?:\s+(?:starting|beginning|any\s+work\s+on))?|precedes?|(?:is|are)\s+(?:required\s+(?:for|by)|(?:a\s+)?prerequisites?\s+(?:for|of|to)))\b\s*:?\s*/i;
/** Forms whose words stand around both sides: `T005は T002 に依存`, `T002 완료 후 T005`. */
const around: readonly (readonly [RegExp, "after" | "before"])[] = [
  [/^([^は]{1,80})は\s*(.{1,120}?)\s*に依存(?!し?(?:ない|ません|せず)|は?な[いし])/, "after"],
  [/^(.{1,80}?)[은는]\s*(.{1,120}?)\s*에\s*의존(?!\s*(?:하지|은?\s*없|성이?\s*없))/, "after"],
  [/^(.{1,80}?)\s+häng(?:t|en)\s+von\s+(.{1,120}?)\s+ab(?!\w)/, "after"],
  [
    /^(.{1,120}?)\s*(?:완료\s*후|이후|完成后|完成後|完了後|之后|の後)(?:に)?[,，、]?\s*(\S.*)$/,
    "before",
  ],
];

/**
 * Recognises in a bullet or sentence what depends on what: `A depends on B`, `A: depends on B`, `A blocks
 * B`, `A before B`, `A → B → C`, `no dependencies`, `no A can begin until B`.
 *
 * Each clause is read for itself. What may run in parallel, is independent, or is negated is no rule.
 */
export function recogniseRules(text: InlineText): Rules {
  const [label, body] = splitLabel(text);
  const isChain = splitChain(label).length > 0;
  const sequence = readSequence(label, body);
  if (sequence.length > 0) return { text, label, rules: sequence.map(toRule) };
  const rules: Rule[] = [];
  for (const clause of splitClauses(isChain ? label : body)) {
    for (const rule of readClause(clause)) rules.push(carrySubject(rule, rules.at(-1)));
  }
  return { text, label, rules };
}

/** `T002 depends on T001 and blocks T003`: the second clause is about T002 too. */
function carrySubject(rule: Rule, last: Rule | undefined): Rule {
  const isBare = rule.subject.text === "" && rule.relation !== "none";
  return isBare &&
    last !== undefined &&
    /^(?:and\s+)?(?:blocks|unblocks|needs|requires|waits|depends|is\s)/i.test(rule.whole.text)
    ? { ...rule, subject: last.subject }
    : rule;
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
  if (colon === undefined || after.test(colon) || before.test(colon) || notUntil.test(colon))
    return [sliceInline(text, 0, 0), text];
  return [sliceInline(text, 0, colon.trimEnd().length - 1), sliceInline(text, colon.length)];
}

/** `T001 and` before another subject: it parts clauses only if the first is one, with a verb of its own. */
function isJoint(separator: string): boolean {
  return /^,?\s(?:and\s)?$/i.test(separator);
}

function splitClauses(text: InlineText): readonly InlineText[] {
  const clauses: InlineText[] = [];
  let from = 0;
  for (const match of maskParentheses(text.text).matchAll(clauseEnd)) {
    const clause = sliceInline(text, from, match.index);
    if (isJoint(match[0]) && !anyVerb.test(clause.text)) continue;
    clauses.push(clause);
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
  const until = untilDone.exec(masked) ?? notStart.exec(masked);
  if (until !== null) {
    const [said, who = ""] = until;
    const at = said.indexOf(who);
    const subject = sliceInline(whole, at, at + who.length);
    return [{ relation: "after", subject, object: sliceInline(whole, until[0].length), whole }];
  }
  const first = firstOf.exec(masked)?.[1];
  if (first !== undefined) {
    return [
      { relation: "after", subject: empty, object: sliceInline(whole, 0, first.length), whole },
    ];
  }
  const surrounded = readAround(whole);
  if (surrounded !== undefined) return [surrounded];
  const free = masked.replace(parallel, (words) => " ".repeat(words.length));
  const once = masked.length < mostOnce ? onceDone.exec(masked) : null;
  if (once !== null) return [{ relation: "before", ...readOnce(whole, masked, once), whole }];
  return together.test(free) ? [] : readKeyWord(whole, free);
}

function toRule({ earlier, later, whole, isLoose }: ChainStep): Rule {
  return { relation: "after", subject: later, object: earlier, whole, isLoose };
}

function readAround(whole: InlineText): Rule | undefined {
  for (const [pattern, relation] of around) {
    const match = pattern.exec(whole.text);
    if (match === null) continue;
    const [, first = "", second = ""] = match;
    const at = whole.text.indexOf(second, first.length);
    const [subject, object] = [
      sliceInline(whole, 0, first.length),
      sliceInline(whole, at, at + second.length),
    ];
    return { relation, subject, object, whole };
  }
  return undefined;
}

function readKeyWord(whole: InlineText, masked: string): readonly Rule[] {
  const negative = notUntil.exec(masked);
  if (negative !== null) {
    const object = sliceInline(whole, negative.index + negative[0].length);
    return [{ relation: "after", subject: sliceInline(whole, 0, negative.index), object, whole }];
  }
  const found = [
    { relation: "after" as const, match: after.exec(masked) },
    { relation: "before" as const, match: before.exec(masked) },
  ].toSorted((a, b) => (a.match?.index ?? Infinity) - (b.match?.index ?? Infinity))[0];
  if (found?.match == null) return [];
  const { relation, match } = found;
  const lead = masked.slice(0, match.index);
  if (isNegated(lead) || supposed.test(lead)) return [];
  const aside = unlike.exec(lead)?.[0].length ?? 0;
  const object = sliceInline(whole, match.index + match[0].length);
  if (object.text === "") return [];
  return [{ relation, subject: sliceInline(whole, aside, match.index), object, whole }];
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
