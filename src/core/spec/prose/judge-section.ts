import type { SpecRequirement } from "../../model/spec.ts";
import type { Heading } from "../outline/outline.ts";

const sections: readonly (readonly [SpecRequirement["kind"], RegExp])[] = [
  [
    "feature",
    /^(?:\d+[.)]?\s*)?(?:(?:key|core|main|mvp|product|must-have)\s+)*(?:features?|functionality|capabilities)(?:\s+list)?$/i,
  ],
  ["success", /\bsuccess (?:criteria|metrics)\b|\bmeasurable outcomes\b/i],
  [
    "non-functional",
    /\bnon-?functional\b|\b(?:performance|security|reliability|availability|accessibility|quality) (?:requirements|attributes)\b/i,
  ],
];

const asked =
  /^(?:\d+[.)]?\s*)?(?:(?:functional|user|business|technical|system|product|key|core|main)\s+)*requirements?(?:\s+list)?$/i;

/** Whether each point right under a heading is a requirement, whatever its words. */
export function asksByName(heading: Heading | undefined): boolean {
  return asked.test(heading?.title.text.trim() ?? "");
}

/** What kind of requirement the text under a heading is; functional where the headings above do not say. */
export function judgeSection(heading: Heading | undefined): SpecRequirement["kind"] {
  for (let above = heading; above !== undefined; above = above.parent) {
    const title = above.title.text.trim();
    const found = sections.find(([, pattern]) => pattern.test(title));
    if (found !== undefined) return found[0];
  }
  return "functional";
}
