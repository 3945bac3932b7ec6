import { findParentheses } from "../../text/find-parentheses.ts";
import { maskParentheses } from "../../text/mask-parentheses.ts";
import { maskSpans } from "../../text/mask-spans.ts";
import { unifyMarks } from "../../text/unify-marks.ts";
import { type InlineText, type Span, sliceInline } from "../outline/inline-text.ts";
import { findOrderWords, type OrderWords } from "./find-order-words.ts";
import { findStatedTail, type StatedTail } from "./find-stated-tail.ts";
import { hideStruck } from "./hide-struck.ts";

/** Words in a task's own line that say what it waits for, or what waits for it. */
export interface DependencyPhrase {
  readonly relation: "after" | "before" | "none";
  /** The words with their key word, without brackets. */
  readonly whole: InlineText;
  /** What stands after the key word. */
  readonly value: InlineText;
  /** The task that it is about, where that is named: `T006 unlocks T007`. */
  readonly about?: InlineText | undefined;
  /** Only IDs count: the key word is used for other things too, or the phrase is running text. */
  readonly isStrict: boolean;
  /** A step of the task says it: what it says about its own task counts for nothing. */
  readonly isOfStep?: boolean;
  /** Range of the text that is no part of the title. */
  readonly cut: Span | undefined;
  /** The end of the line, which is no part of the title if the IDs that it names are tasks. */
  readonly tail?: StatedTail | undefined;
}

const none = /\bno\s+(?:\w+\s+)?dependenc(?:y|ies)\b/i;
/** A phrase in running text is not longer than this. */
const mostRunning = 300;
/** Begins brackets that name a task by its title: no time, no repetition and no deed. */
const named =
  /^(?:only\s+)?(?:(?:starts?|runs?|begins?|comes?)\s+)?after\s+(?=\p{L})(?!(?:each|every|all|any|that|which|this|an?|it|being|\p{L}+ing)\b)/iu;
const mostNamed = 100;
/** An estimate at the end of the line, which is no reason to wait. */
const hours = /\(~?\d[^()]{0,20}(?:h|hrs?|hours?|d|days?|w|weeks?|min|pts?|points?)\)\s{0,9}$/i;
const tags =
  /[[{](?=\s*(?:depends(?:[\s_]on)?|deps|dependenc(?:y|ies)|blocked[\s_]by|blocks|after|requires|needs)\b)[^\][{}]*[\]}]/gi;

/**
 * Lists the dependency phrases of a task's line: in round brackets (`(depends on T001: schema)`), as a
 * tag (`[depends: T001]`), or in running text right before an ID (`depends on T001`, `before T005 can
 * start`, `must not start before T002`). What is struck out does not count, unless all of the line is.
 */
export function recogniseDependencyPhrases(written: InlineText): readonly DependencyPhrase[] {
  const said = hideStruck(written);
  const kept = said.text.trim() === "" ? written : said;
  const text = { ...kept, text: unifyMarks(kept.text) };
  const enclosed = [...findParentheses(text.text), ...findTags(text.text)].flatMap((span) => {
    const inside = sliceInline(text, span.start + 1, span.end - 1);
    const phrases = readPhrases(inside);
    return phrases.length > 0
      ? phrases.map((phrase) => ({ ...phrase, cut: span }))
      : readNamedPhrase(inside);
  });
  const masked = maskSpans(
    text.text,
    enclosed.flatMap((phrase) => phrase.cut ?? []),
  );
  return [...enclosed, ...readRunningText(text, masked)];
}

/** `depends on T001; blocks T003`: each goes up to the next. */
function readPhrases(inside: InlineText): readonly Omit<DependencyPhrase, "cut">[] {
  if (none.test(inside.text)) {
    return [{ relation: "none", whole: inside, value: inside, isStrict: true }];
  }
  const found = findOrderWords(inside.text, true);
  return found.map((words, place) =>
    toPhrase(inside, words, found[place + 1]?.start ?? inside.text.length),
  );
}

/**
 * `(after Ship it)`: what is named by its title, and stays part of the line. With a capital it is a name,
 * else it counts only if something is called so: `(after login)` tells when, not after which task.
 */
function readNamedPhrase(inside: InlineText): readonly DependencyPhrase[] {
  const lead = named.exec(inside.text)?.[0].length;
  if (lead === undefined || inside.text.length > mostNamed) return [];
  const value = sliceInline(inside, lead);
  const isStrict = !/^\p{Lu}/u.test(value.text);
  return [{ relation: "after", whole: inside, value, isStrict, cut: undefined }];
}

/** `depends on T001` in the middle of a sentence, up to the sentence's end or the next dash. */
function readRunningText(text: InlineText, masked: string): readonly DependencyPhrase[] {
  const hidden = maskParentheses(masked);
  const found = findOrderWords(masked, false);
  const tail = findStatedTail(masked, found);
  return found.map((words, place) => {
    const from = words.value.start;
    const next = found[place + 1]?.start ?? masked.length;
    const stop = hidden.slice(from, from + mostRunning).search(/[.;](?:\s|$)|\s[—–-]\s|$/);
    const estimate = masked.slice(from, from + mostRunning).search(hours);
    const length = estimate < 0 ? stop : Math.min(stop, estimate);
    const end = Math.min(words.value.end ?? from + length, next);
    const phrase = toPhrase(text, words, end);
    return { ...phrase, tail, cut: words.isKey ? { start: words.start, end } : undefined };
  });
}

function toPhrase(text: InlineText, words: OrderWords, end: number) {
  const last = words.value.end ?? end;
  return {
    relation: words.relation,
    whole: sliceInline(text, words.start, Math.max(last, words.end)),
    value: sliceInline(text, words.value.start, last),
    about: words.about && sliceInline(text, words.about.start, words.about.end),
    isStrict: words.isStrict,
  };
}

function findTags(text: string): readonly Span[] {
  return [...text.matchAll(tags)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
