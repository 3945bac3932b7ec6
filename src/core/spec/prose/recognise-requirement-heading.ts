import type { SpecRequirement } from "../../model/spec.ts";
import type { InlineText } from "../outline/inline-text.ts";
import { recognisePriority } from "./recognise-priority.ts";

/** What a heading announces that the text under it tells. */
export interface AnnouncedRequirement {
  readonly id: string | undefined;
  readonly kind: SpecRequirement["kind"];
  /** Without the ID and the priority; may be empty. */
  readonly title: string;
  readonly priority: SpecRequirement["priority"];
}

const forms: readonly (readonly [
  SpecRequirement["kind"],
  RegExp,
  (digits: string) => string | undefined,
])[] = [
  ["story", /^(?:user\s+)?story\s+(\d+(?:\.\d+)*)\b/i, (digits) => `US${digits}`],
  ["story", /^US[-\s]?(\d+(?:\.\d+)*)\b/, (digits) => `US${digits}`],
  ["functional", /^requirement\s+(\d+(?:\.\d+)*)\b/i, (digits) => digits],
  ["functional", /^requirement(?=\s*:)/i, () => undefined],
  ["scenario", /^(?:acceptance\s+)?scenario(?:\s+(\d+))?(?=\s*[:.–—-]|\s*$)/i, () => undefined],
  ["feature", /^feature\s+(\d+(?:\.\d+)*)\b/i, (digits) => `Feature ${digits}`],
  ["feature", /^feature(?=\s*:)/i, () => undefined],
  ["story", /^(?:user\s+)?story(?=\s*:)/i, () => undefined],
];

/**
 * Recognises headings such as `User Story 2 - Find books (Priority: P1)`, `Requirement: The cart is
 * kept`, `Scenario: Empty cart`, `Requirement 3` and `Feature: Search`.
 */
export function recogniseRequirementHeading(heading: InlineText): AnnouncedRequirement | undefined {
  const text = heading.text.replace(/\s+/g, " ").trim();
  for (const [kind, form, toId] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length);
    const title = rest
      .replace(/\((?:priority:?\s*)?(?:P\d|critical|high|medium|low)\)/i, "")
      .replace(/\(optional\)|🎯.*$/iu, "")
      .replace(/^[\s:.–—-]+|\s+$/g, "");
    return { id: toId(match[1] ?? ""), kind, title, priority: recognisePriority(rest) };
  }
  return undefined;
}
