import { collapseWhitespace } from "../../text/collapse-whitespace.ts";

/** Longest title, in UTF-16 units. */
const mostUnits = 100;

const order = "(?:build|create|add|implement|develop|write|make)\\b";
const implementOrder = new RegExp(`^Implement: (?=${order})`, "i");

const forbidden = /(?<=^|: )(?:the )?system (?:must|shall|should|may) not /i;
/** EARS: `WHEN a, THE SYSTEM SHALL b`. */
const conditional =
  /(?<=^|: )(when|if|while|where) (.{2,120}?),? (?:then )?the (?:\w+ )?system shall (.+?)[\s.]*$/i;
const story =
  /(?:user story:\s*)?\bas (an?|the) ([^,]{2,60}?),?\s+i (?:want to|need to|would like to|can)\s+(?:be able to\s+)?([^.]+?)(?:,?\s+so(?: that)?\b.*|\.?\s*)$/i;

/**
 * A sentence as a title, cut at a word: without its full stop, open question and `the system MUST`; a story
 * without its benefit (`a reader can search`).
 */
export function shortenTitle(text: string): string {
  const plain = collapseWhitespace(text.replace(/\[\s*NEEDS\s+CLARIFICATION[^\]]*\]/gi, ""))
    .replace(forbidden, "do not ")
    .replace(story, "$1 $2 can $3")
    .replace(/(?<=: )user story:\s*/i, "")
    .replace(
      conditional,
      (_, word, condition, answer) => `${answer} ${word.toLowerCase()} ${condition}`,
    )
    .replace(/(?<=^|: )(?:the )?system (?:must|shall|should|may) /i, "")
    .replace(implementOrder, "")
    .replace(/[\s.]+$/, "");
  if (plain.length <= mostUnits) return plain;
  const cut = plain.slice(0, mostUnits - 1).replace(/\s+\S*$/, "");
  return `${cut || plain.slice(0, mostUnits - 1)}…`;
}
