import { type InlineText, sliceInline } from "../outline/inline-text.ts";
import { idAhead } from "../references/id-pattern.ts";
import { hideStruck } from "./hide-struck.ts";
import type { DependencyPhrase } from "./recognise-dependency-phrase.ts";

const who =
  "(?:(?:this|it|the)(?:\\s+(?:task|step|story|work))?\\s+)?(?:(?:must|should|can|may|will|is)\\s+)?(?:only\\s+)?";
const after =
  "(?:depends?|depending|dependent)\\s+(?:up)?on|blocked\\s+(?:by|on)|waits?\\s+(?:for|on|until)|requires?|needs?|(?:starts?|begins?|runs?|comes?)\\s+(?:only\\s+)?(?:after|once)";
const before = "(?:un)?blocks?|(?:must\\s+)?(?:be\\s+done|come|run|finish)\\s+before";
const sentence = new RegExp(
  `(?<=^|\\n\\s*|[.;]\\s+)${who}(?:(${after})|${before})\\s+(?=(?:(?:the|both|all|only|completion\\s+of)\\s+){0,2}${idAhead})`,
  "gi",
);

/**
 * Lists the sentences of a task's text that begin with what it waits for, or what waits for it, and name
 * it by ID: `Depends on task 1`, `This depends on Task 1.`, `Waits for T001 to finish`.
 */
export function recogniseDependencySentences(written: InlineText): readonly DependencyPhrase[] {
  const text = hideStruck(written);
  return [...text.text.matchAll(sentence)].map((match) => {
    const from = match.index + match[0].length;
    const end = from + text.text.slice(from).search(/[.;](?:\s|$)|\n|$/);
    return {
      relation: match[1] === undefined ? "before" : "after",
      whole: sliceInline(text, match.index, end),
      value: sliceInline(text, from, end),
      isStrict: true,
      cut: undefined,
    };
  });
}
