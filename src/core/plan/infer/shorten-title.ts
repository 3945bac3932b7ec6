import { collapseWhitespace } from "../../text/collapse-whitespace.ts";

/** Longest title, in UTF-16 units. */
const mostUnits = 100;

const order = "(?:build|create|add|implement|develop|write|make)\\b";
const implementOrder = new RegExp(`^Implement (?=${order})`, "i");
const testOrder = new RegExp(`^Test (?=${order})`, "i");

/** A sentence as a title: without its full stop, open question and `the system MUST`, cut at a word. */
export function shortenTitle(text: string): string {
  const plain = collapseWhitespace(text.replace(/\[\s*NEEDS\s+CLARIFICATION[^\]]*\]/gi, ""))
    .replace(/(?<=^|: |^Implement |^Test )(?:the )?system (?:must|shall|should|may) /i, "")
    .replace(implementOrder, "")
    .replace(testOrder, "Test: ")
    .replace(/[\s.]+$/, "");
  if (plain.length <= mostUnits) return plain;
  const cut = plain.slice(0, mostUnits - 1).replace(/\s+\S*$/, "");
  return `${cut || plain.slice(0, mostUnits - 1)}…`;
}
