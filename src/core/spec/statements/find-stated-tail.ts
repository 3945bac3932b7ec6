import type { Span } from "../outline/inline-text.ts";
import { idPattern, taskWord } from "../references/id-pattern.ts";
import type { OrderWords } from "./find-order-words.ts";

/** What a title's end says about order: `, depends on T002`. */
export interface StatedTail {
  /** From the separator before the first key word to the last ID and the reason in brackets behind it. */
  readonly span: Span;
  /** The IDs that it names, as written. */
  readonly ids: readonly string[];
}

/** Longer than any list of IDs that ends a title. */
const mostRead = 300;
const id = `${taskWord}${idPattern}`;
const list = new RegExp(
  `^(?:(?:the|all|both|completion\\s+of|tasks?\\s*:)\\s+){0,3}${id}(?:(?:\\s*(?:[,&+/~–-]|\\.\\.)\\s*(?:and\\s+)?|\\s+(?:and|or|to|through)\\s+)${id}){0,40}(?:\\s+(?:(?:is|are|has|have)\\s+(?:been\\s+)?)?(?:done|completed?|finished|merged|landed|ready|in\\s+place|can\\s+(?:start|begin)|starts?|begins?))?$`,
  "i",
);
const ids = new RegExp(idPattern, "gi");
/** A bracket at the end, which stays in the line. */
const bracket = /(?:\([^()]{0,100}\)|\[[^\][]{0,100}\])$/;
/** The reason behind the last ID, and what ends the sentence. */
const reason = /^(?:\s?\([^()]{0,100}\))?[.;,:!]{0,3}/;
const joint = /(?:[\s,;](?:and|but)|[,;]\s?(?:which|it|this))$/i;

/**
 * The statements at the end of a title, which are no part of what it names; `undefined` if it ends in
 * other words, if nothing stands before them, or if they are about another task.
 *
 * @param found Order words of the text, in order.
 */
export function findStatedTail(text: string, found: readonly OrderWords[]): StatedTail | undefined {
  const named: string[] = [];
  const end = findEnd(text);
  let from = end;
  for (const words of found.toReversed()) {
    const isOfOther = words.value.end !== undefined || words.about !== undefined;
    const value = text.slice(words.value.start, from).trim();
    if (isOfOther || value.length > mostRead || !list.test(value)) break;
    named.push(...(value.match(ids) ?? []));
    from = findStart(text.slice(0, words.start));
  }
  if (named.length === 0 || from === 0) return undefined;
  const stop = reason.exec(text.slice(end, end + 110))?.[0].length ?? 0;
  return { span: { start: from, end: end + stop }, ids: named };
}

/** Where the text ends without brackets, marks and full stops. */
function findEnd(text: string): number {
  for (let end = text.length; ; ) {
    const rest = text.slice(0, trimBack(text, end, " \n\t.;,:!*_"));
    const open = bracket.exec(rest.slice(-110));
    if (open === null) return rest.length;
    end = rest.length - open[0].length;
  }
}

/** Where the text ends without separators, and words that join a sentence on. */
function findStart(text: string): number {
  for (let end = text.length; ; ) {
    const at = trimBack(text, end, " \n\t.,;:(—–-");
    const word = joint.exec(text.slice(Math.max(0, at - 10), at));
    if (word === null) return at;
    end = at - word[0].length;
  }
}

function trimBack(text: string, end: number, marks: string): number {
  let at = end;
  while (at > 0 && marks.includes(text.charAt(at - 1))) at -= 1;
  return at;
}
