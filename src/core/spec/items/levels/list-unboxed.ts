import { isDependencyHeading } from "../../statements/is-dependency-heading.ts";
import { toKeyText } from "../task-key.ts";
import type { Candidate } from "./candidate.ts";
import { isCriteria } from "./is-criteria.ts";
import { isTitle } from "./is-title.ts";

const aside = /\b(?:depend\w*|order|sequence|notes?|parallel|critical\s+path|blockers?)\b/i;

/**
 * Lists the bullets that begin with a task's ID and a title (`- **T001**: Create the schema`), each ID
 * once; one alone is none. What stands under headings or labels about the order of tasks, and under notes, is none.
 */
export function listUnboxed(all: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set<string>();
  const found = all.filter(({ construct, line, heading, label }) => {
    const { ownId, tags, placeholder } = line;
    if (construct !== "bullet" || ownId === undefined || placeholder !== undefined) return false;
    if (isCriteria(heading, label) || isDependencyHeading(heading) || aside.test(label))
      return false;
    if ((heading?.depth ?? 1) > 1 && aside.test(heading?.title.text ?? "")) return false;
    if (!isTitle(tags.rest.text) || taken.has(toKeyText(ownId))) return false;
    taken.add(toKeyText(ownId));
    return true;
  });
  return found.length > 1 ? found : [];
}
