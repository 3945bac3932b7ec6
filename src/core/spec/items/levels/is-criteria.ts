import type { Heading } from "../../outline/outline.ts";
import { recogniseGroupHeading } from "../recognise-group-heading.ts";

const words =
  /\b(?:acceptance|success|exit|completion|done|entry|quality|release)\s+criteria\b|\bacceptance\b(?!\s+tests?\s+(?:suite|for))|\bdefinition\s+of\s+(?:done|ready)\b|^dod$|\b(?:quality|validation|release)\s+gates?\b|\b(?:review|quality|validation|verification|requirements?|completeness|readiness|compliance|prevention|final|pre-?\w+|post-?\w+|success|security|emergency)\s+(?:\w+\s+)?checklist\b|\bconstitution\s+check\b|\bsign-?offs?\b|\bdeadlock\s+analysis\b|\bsuccess\s+metrics\b|\b(?:open\s+questions|blockers?|assumptions|emergency\s+\w+|rollback\s+(?:plan|procedure)s?|notes?|format|legend|out\s+of\s+scope|non-?goals|future\s+work|execution\s+status)\b|^(?:validation|verification|checks?|gates?|risks?|checklist)(?:\s+(?:checklist|criteria|steps|commands?|gates?|results?))?$|验收标准|完成标准|受け入れ基準|완료 조건/i;

/**
 * Says whether boxes under a heading or a line are conditions to check and not work to do: acceptance
 * and success criteria, quality gates, sign-offs. A document's title and phases never are.
 *
 * @param label The line over the list, if any.
 */
export function isCriteria(heading: Heading | undefined, label: string): boolean {
  if (words.test(clean(label))) return true;
  for (let above = heading; above !== undefined; above = above.parent) {
    const title = clean(above.title.text);
    if (above.depth > 1 && words.test(title) && recogniseGroupHeading(title) === undefined)
      return true;
  }
  return false;
}

function clean(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, "");
}
