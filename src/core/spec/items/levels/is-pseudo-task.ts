import type { InlineText } from "../../outline/inline-text.ts";
import { isForeignId } from "../line/is-foreign-id.ts";

const label =
  /^(?:verify|verification|verified|validate|blockers?(?:\s+\d+)?|checkpoint|gate|note|warning|important|risk(?:\s+\d+)?|assumption|question|prerequisite|review|sign-?off|status|goal|outcome)\s*(?:[:：—–]|-\s|$)/i;

const legend = /^(?:\[[^\]]*\]|T[#?X]+|<[^>]+>)/;

/**
 * Says whether a box without an ID only labels a check or a note (`**Verify**: …`, `**Blocker 1**: …`,
 * `SC-001: …`), or shows how tasks are written.
 */
export function isPseudoTask({ text, code }: InlineText): boolean {
  const isLegend = code[0]?.start === 0 && legend.test(text);
  return isLegend || label.test(text) || isForeignId(text);
}
