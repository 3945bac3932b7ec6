import { idAhead, idPattern } from "../references/id-pattern.ts";
import { isNegated } from "./is-negated.ts";

/** Words in running text that say what comes before what. */
export interface OrderWords {
  readonly relation: "after" | "before";
  /** Range of the key words in the text. */
  readonly start: number;
  readonly end: number;
  /** A task named right before a verb: it is about that one (`T006 unlocks T007`). */
  readonly about: { readonly start: number; readonly end: number } | undefined;
  /** Where what is named begins; its end, where it stands before the key words. */
  readonly value: { readonly start: number; readonly end: number | undefined };
  /** Only IDs count, for the words are used for other things too. */
  readonly isStrict: boolean;
  /** A key with its colon, such as `depends:`. */
  readonly isKey: boolean;
}

interface Form {
  readonly relation: "after" | "before";
  /** What begins a form, without what it names. */
  readonly words: string;
  /** What is named must look like an ID. */
  readonly isStrict: boolean;
  /** Counts though a negation stands before it, or is itself one. */
  readonly isNegative?: true;
  /** Words that must follow an ID, such as `is done`. */
  readonly tail?: string;
}

const start =
  "(?:(?:start|begin|run|proceed|merge|land|deploy|ship|go|happen|come|finish)(?:ed|s|ing)?|be\\s+\\w+)";
const finish =
  "(?:complet|finish|land|merg|deploy|ship|pass|end|run|happen|come|go|start|begin)(?:e[ds]?|ed|s|es)?|done|ready|in\\s+place|be\\s+\\w+";
/** Not where it is denied: `依存しない`, `의존하지 않음`. */
const dependJapanese = "依存(?!し?(?:ない|ません|せず)|は?な[いし])";
const dependKorean = "의존(?!\\s*(?:하지|은?\\s*없|성이?\\s*없))";
const outright =
  "blockedBy|dependsOn|bloqué(?:e)?s?\\s+par|bloquead[oa]s?\\s+por|blockiert\\s+(?:durch|von)|depend(?:s|ing|ent)?[\\s_]+(?:up)?on|depends|dependenc(?:y|ies)(?:\\s+on)?|blocked[\\s_]+(?:by|on)|dépend(?:ent)?\\s+de|depende[n]?\\s+d(?:e|a|o|as|os)|abhängig\\s+von|hängt\\s+ab\\s+von|dipende\\s+da";
const earlier =
  "blocks|unblocks|unlocks|enables|precedes|must\\s+precede|prerequisites?\\s+(?:for|of|to)|" +
  "blockiert|bloquea|bloque|blocca|bloqueia|antes\\s+de|avant|prima\\s+di";
const forms: readonly Form[] = [
  {
    relation: "after",
    words: `(?:(?:must|may|should|do|does|shall|could)(?:\\s+not|n['’]t)|can\\s*not|can['’]t|never)\\s+${start}\\s+(?:until|before|unless|without|prior\\s+to)`,
    isStrict: true,
    isNegative: true,
  },
  { relation: "after", words: outright, isStrict: false },
  {
    relation: "after",
    words: `(?:依赖于?|依赖关系|依賴於?|前置任务|前置|${dependJapanese}|${dependKorean})`,
    isStrict: false,
  },
  {
    relation: "before",
    words: `${earlier}|required\\s+(?:by|for)|(?:(?:must|should|needs?\\s+to|has\\s+to|to)\\s+)?(?:be\\s+)?(?:(?:${finish})\\s*\\b)?before|prior\\s+to`,
    isStrict: true,
  },
  {
    relation: "after",
    words:
      "after|requires?|needs?|wait(?:s|ing)?\\s+(?:for|on|until)|prerequisites?|prereqs?|deps?|not\\s+before|once|only\\s+after|follows|follow-?up\\s+(?:to|of)|contingent\\s+(?:up)?on|gated\\s+(?:by|on)|builds?\\s+up?on|blocked(?=\\s*:)|←|<-+|" +
      "erst\\s+nachdem|nachdem|nach|une\\s+fois|una\\s+vez(?:\\s+terminad[oa])?|需要先完成|前置条件|前提|après|después\\s+de|tras|dopo|depois\\s+de|após|benötigt|braucht|nécessite|requiere|necesita|richiede|requer",
    isStrict: true,
  },
  { relation: "after", words: "when|as\\s+soon\\s+as", isStrict: true, tail: "done" },
];
const done =
  /^[^.;]{1,60}?\b(?:is|are|has|have|be)?\s*(?:done|complete[ds]?|finish(?:ed|es)|merge[ds]|land(?:ed|s)|ready|pass(?:es|ed)|in\s+place)\b/i;
/** Said of what is named before it: `T001 완료 후`, `T001 完成后`. */
const suffixed = new RegExp(
  `((?:${idAhead})[\\w.,、/\\s~–-]{0,80}?)\\s*(?:완료\\s*후|이후|完成后|完成後|完了後|之后|之後|の後|に${dependJapanese}|待ち|에\\s*${dependKorean}|first(?=\\s*$)|must\\s+be\\s+(?:finished|done|complete[d]?|merged)(?:\\s+first)?(?=\\s*(?:$|[.;,])))`,
  "gi",
);
/** What was so once, or is instead of something else. */
const former =
  /\b(?:independent|previously|formerly|used\s+to|instead\s+of|rather\s+than|(?:no|any)\s+longer)\b(?:\W+\w+){0,3}\W*$/i;
/** `before or after T001` orders nothing. */
const either = /\b(?:before|after)\s+or\s*$/i;
/** Verbs that have what they are about before them. */
const verb =
  /^(?:blocks|unblocks|unlocks|enables|precedes|must\s+precede|depends|requires|needs|waits)\b/i;
const subject = new RegExp(`(?<![\\w-])(${idPattern})\\s+$`);
const lead = "(?:\\s*[:=]\\s*|\\s+|(?<=[\\p{Script=Han}\\p{Script=Hangul}←-]))";
const target = new RegExp(
  `^(?:(?:the|all|both|completion\\s+of|tasks?\\s*:)\\s+){0,3}${idAhead}`,
  "i",
);
/** An ID behind a filler, or all that stands before. */
const later = new RegExp(`^(?:(?:only|either|also|on)\\s+){1,2}${idAhead}`, "i");
const allBefore =
  /^(?:on\s+)?(?:all\s+(?:of\s+)?(?:the\s+)?(?:previous|prior|preceding|earlier|above)\b|everything\s+(?:above|before))/i;
/** Nothing but numbers up to the end: `after 1`, `needs 2 and 3`. */
const numbers = /^#?\d{1,4}[a-z]?(?:\s*(?:,|&|\+|and|[-–]|to)\s*#?\d{1,4}[a-z]?)*\s*$/i;
const patterns = forms.map((form) => ({
  ...form,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}_])(?:${form.words})${lead}`, "giu"),
}));

/**
 * Finds the words of a text that say what comes before what, in order: `depends on`, `blocks`, `before`,
 * `cannot start until`, `after`, `once … is done`, `依赖`, `완료 후`. Negated ones are left out.
 *
 * @param isEnclosed The text is all that stands in a pair of brackets: outright words at its start (`depends on
 *   the auth service`) need no ID.
 */
export function findOrderWords(text: string, isEnclosed: boolean): readonly OrderWords[] {
  const found = [
    ...patterns.flatMap((form) => findForm(text, form, isEnclosed)),
    ...findSuffixed(text),
  ];
  const kept: OrderWords[] = [];
  for (const words of found) {
    const isTaken = kept.some((other) => words.start < other.end && other.start < words.end);
    if (!isTaken) kept.push(words);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

function findForm(
  text: string,
  { pattern, relation, isStrict, isNegative, tail }: (typeof patterns)[number],
  isEnclosed: boolean,
): readonly OrderWords[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const end = match.index + match[0].length;
    const ahead = text.slice(end, end + 100);
    const isKey = /[:=]\s*$/.test(match[0]) && isAfterBreak(text, match);
    if (!namesTasks(text, match, isStrict, isEnclosed) && (isStrict || !(isKey || isEnclosed))) {
      return [];
    }
    if (!isNegative && isDenied(text.slice(Math.max(0, match.index - 60), match.index))) return [];
    const isEither =
      either.test(text.slice(0, match.index)) || /^or\s+(?:after|before)\b/i.test(ahead);
    if (isEither) return [];
    if (tail !== undefined && !done.test(ahead)) return [];
    const value = { start: end, end: undefined };
    return [
      {
        relation,
        about: findSubject(text, match),
        start: match.index,
        end,
        value,
        isStrict: isStrict || !(isEnclosed || isKey),
        isKey,
      },
    ];
  });
}

/** Whether what stands behind the words looks like tasks: an ID, numbers up to the end, all before. */
function namesTasks(
  text: string,
  match: RegExpExecArray,
  isStrict: boolean,
  isEnclosed: boolean,
): boolean {
  const end = match.index + match[0].length;
  const ahead = text.slice(end, end + 100);
  if (target.test(ahead) || allBefore.test(ahead) || (!isStrict && later.test(ahead))) return true;
  const isApart = isEnclosed || /[—–;,-]\s*$/.test(text.slice(0, match.index));
  return isApart && numbers.test(text.slice(end));
}

function findSubject(text: string, match: RegExpExecArray): OrderWords["about"] {
  if (!verb.test(match[0])) return undefined;
  const id = subject.exec(text.slice(0, match.index));
  return id === null ? undefined : { start: id.index, end: id.index + (id[1] ?? "").length };
}

function isDenied(before: string): boolean {
  return isNegated(before) || former.test(before);
}

/** `Install dependencies: npm` is no key; `… — Dependencies: the auth service` and `depends: x` are. */
function isAfterBreak(text: string, match: RegExpExecArray | RegExpMatchArray): boolean {
  if (!/^(?:dep\w*|dependenc\w*)\s*[:=]/i.test(match[0])) return true;
  if (/^depends?\b/i.test(match[0])) return true;
  return /(?:^|[—–|;.,)\]-])\s*$/.test(text.slice(0, match.index ?? 0));
}

function findSuffixed(text: string): readonly OrderWords[] {
  return [...text.matchAll(suffixed)].map((match) => {
    const end = match.index + match[0].length;
    const value = { start: match.index, end: match.index + (match[1] ?? "").length };
    const words = { relation: "after" as const, start: match.index, end, value };
    return { ...words, about: undefined, isStrict: true, isKey: false };
  });
}
