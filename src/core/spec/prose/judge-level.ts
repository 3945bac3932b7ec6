import type { InlineText } from "../outline/inline-text.ts";
import { isLegend } from "./is-legend.ts";
import { maskQuotes } from "./mask-quotes.ts";

/** How strongly something is asked for. */
type Level = "must" | "should" | "may";

const loud: readonly (readonly [Level, RegExp])[] = [
  ["must", /\b(?:MUST|SHALL|REQUIRED)\b/],
  ["should", /\b(?:SHOULD|RECOMMENDED)\b/],
  ["may", /\b(?:MAY|OPTIONAL)\b/],
];
const subject =
  /\b(?:system|app|application|service|server|client|api|cli|tool|platform|product|site|website|page|component|module|users?|admins?|administrators?|customers?|visitors?|it|they)\s+(must|shall|should)\b/i;
const conditional = /^(?:when|while|if|where)\b.*\bshall\b/i;

/**
 * Judges how strongly a sentence asks for something: by the words of RFC 2119 in capitals, by `the
 * system must`, or by the form of EARS (`WHEN … the system shall …`); `undefined` where it asks for
 * nothing. Words in code and in quotation marks say nothing.
 *
 * Sources: RFC 2119 and 8174; Mavin et al., Easy Approach to Requirements Syntax, 2009.
 */
export function judgeLevel(sentence: InlineText): Level | undefined {
  const text = maskQuotes(sentence);
  if (isLegend(sentence.text)) return undefined;
  if (conditional.test(text.trim())) return "must";
  for (const [level, words] of loud) if (words.test(text)) return level;
  const said = subject.exec(text)?.[1]?.toLowerCase();
  if (said === undefined) return undefined;
  return said === "should" ? "should" : "must";
}
