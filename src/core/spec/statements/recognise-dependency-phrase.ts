import { findParentheses } from "../../text/find-parentheses.ts";
import { type InlineText, type Span, sliceInline } from "../outline/inline-text.ts";

/** Words in a task's own line that say what it waits for, or what waits for it. */
export interface DependencyPhrase {
  readonly relation: "after" | "before" | "none";
  /** The words with their key word, without brackets. */
  readonly whole: InlineText;
  /** What stands after the key word. */
  readonly value: InlineText;
  /** Only IDs count: the key word is used for other things too, or the phrase is running text. */
  readonly isStrict: boolean;
  /** Range of the text that is no part of the title. */
  readonly cut: Span | undefined;
}

const outright = /\b(?:depend(?:s|ing)?\s+on|depends|dependencies|blocked\s+by)\b\s*:?\s*/i;
const maybe = /\b(?:after|requires?|needs?|waits?\s+for|prerequisites?|once)\b\s*:?\s*/i;
const inverse = /\bblocks\b\s*:?\s*/i;
const none = /\bno\s+(?:\w+\s+)?dependenc(?:y|ies)\b/i;
const negation = /(?:\b(?:no|not|never|without|non|independent)\b|n['’]t)(?:\W+\w+){0,3}\W*$/i;
/** A phrase in running text is not longer than this. */
const mostRunning = 300;
const idAhead = /^(?:tasks?\s+)?(?:T-?\d|\d+\.\d|[A-Z]+-\d|phases?\s+\d|US\d)/i;

/**
 * Lists the dependency phrases of a task's line: in round brackets (`(depends on T001: schema)`), as a
 * tag (`[depends: T001]`), or in running text right before an ID (`depends on T001`).
 */
export function recogniseDependencyPhrases(text: InlineText): readonly DependencyPhrase[] {
  const enclosed = [...findParentheses(text.text), ...findTags(text.text)].flatMap((span) => {
    const inside = sliceInline(text, span.start + 1, span.end - 1);
    const phrase = readPhrase(inside);
    return phrase === undefined ? [] : [{ ...phrase, cut: span }];
  });
  const masked = maskSpans(
    text.text,
    enclosed.map((phrase) => phrase.cut),
  );
  return [...enclosed, ...readRunningText(text, masked)];
}

function readPhrase(inside: InlineText): Omit<DependencyPhrase, "cut"> | undefined {
  if (none.test(inside.text)) {
    return { relation: "none", whole: inside, value: inside, isStrict: true };
  }
  for (const [pattern, relation] of [
    [outright, "after"],
    [inverse, "before"],
    [maybe, "after"],
  ] as const) {
    const match = pattern.exec(inside.text);
    if (match === null || negation.test(inside.text.slice(0, match.index).slice(-60))) continue;
    const value = sliceInline(inside, match.index + match[0].length);
    const isStrict = pattern !== outright;
    if (isStrict && !idAhead.test(value.text)) continue;
    return { relation, whole: sliceInline(inside, match.index), value, isStrict };
  }
  return undefined;
}

/** `depends on T001` in the middle of a sentence, up to the sentence's end or the next dash. */
function readRunningText(text: InlineText, masked: string): readonly DependencyPhrase[] {
  const pattern = /\b(depends?\s+on|blocked\s+by|blocks|after|requires|waits?\s+for)\s+/gi;
  const phrases: DependencyPhrase[] = [];
  for (const match of masked.matchAll(pattern)) {
    const from = match.index + match[0].length;
    if (!idAhead.test(masked.slice(from, from + 40))) continue;
    if (negation.test(masked.slice(Math.max(0, match.index - 60), match.index))) continue;
    const length = masked.slice(from, from + mostRunning).search(/[.;](?:\s|$)|[(（]|\s[—–-]\s|$/);
    phrases.push({
      relation: /^blocks/i.test(match[0]) ? "before" : "after",
      whole: sliceInline(text, match.index, from + length),
      value: sliceInline(text, from, from + length),
      isStrict: true,
      cut: undefined,
    });
  }
  return phrases;
}

function findTags(text: string): readonly Span[] {
  return [...text.matchAll(/\[(?=depends(?: on)?\s*:|blocked by\s*:|blocks\s*:)[^\][]*\]/gi)].map(
    (match) => ({ start: match.index, end: match.index + match[0].length }),
  );
}

function maskSpans(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (masked, { start, end }) =>
      masked.slice(0, start) + " ".repeat(end - start) + masked.slice(end),
    text,
  );
}
