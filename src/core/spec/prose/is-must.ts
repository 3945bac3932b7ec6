import type { InlineText } from "../outline/inline-text.ts";
import { isLegend } from "./is-legend.ts";
import { maskQuotes } from "./mask-quotes.ts";

const anything =
  /^(?!(?:(?:the|our|each|every|all)\s+)?(?:you|we|I|this|that|there|these|those|here|what|who|how|nothing|nobody|none|no\s+one|developers?|reviewers?|maintainers?|contributors?|stakeholders?|teams?)\b)(?:[\p{L}\d'’()/,-]+\s+){1,9}(?:must|shall|ha(?:s|ve)\s+to)\s+(?:not\s+|never\s+|also\s+|always\s+|only\s+)*\p{L}/iu;
const people =
  /^(?:(?:only|all|the|an?|any)\s+)*(?:(?:logged-in|registered|anonymous|new|paid)\s+)?(?:users?|admins?|administrators?|customers?|visitors?|members?|guests?|owners?|people)\s+(?:can(?:not)?|may)\s+(?:not\s+|only\s+)?\p{L}/iu;

/**
 * Whether a sentence asks for something though it names no system: `Exports must not block the page`,
 * `Only admins may export`. What is said to readers and to those who build it (`you must`) asks for nothing.
 */
export function isMust(sentence: InlineText): boolean {
  const text = maskQuotes(sentence);
  return !isLegend(text) && (anything.test(text) || people.test(text));
}
