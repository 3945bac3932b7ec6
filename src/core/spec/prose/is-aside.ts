import type { Heading } from "../outline/outline.ts";

const aside =
  /\b(?:non-?goals?|out of scope|not in scope|future (?:work|ideas)|glossary|terminology|definitions|rejected|alternatives|references|appendix|open questions|change ?log|revision history|examples?|dependenc(?:y|ies)|execution (?:order|strategy)|within each|implementation strategy|parallel (?:opportunities|examples?|execution)|path conventions|legend)\b/i;

/** Whether text under a heading is about what is not asked for: non-goals, a glossary, examples. */
export function isAside(heading: Heading | undefined): boolean {
  for (let above = heading; above !== undefined; above = above.parent) {
    if (above.depth > 1 && aside.test(above.title.text)) return true;
  }
  return false;
}
