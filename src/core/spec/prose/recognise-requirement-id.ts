import type { SpecRequirement } from "../../model/spec.ts";
import { type InlineText, sliceInline } from "../outline/inline-text.ts";

/** A text that begins with an ID of its own. */
export interface IdentifiedText {
  readonly id: string;
  readonly kind: SpecRequirement["kind"];
  readonly rest: InlineText;
}

const own =
  /^[\s[(]*((?:(NFR|SC|US|FEAT|AC)|FR|REQ|BR|UR|SR|TR|R)-?(?:[A-Z]{1,12}-)?\d{1,4}(?:\.\d+)*[a-z]?)[\])]*(?=[\s:.–—-]|$)[\s:.–—-]*/;
const kinds: Readonly<Record<string, SpecRequirement["kind"]>> = {
  NFR: "non-functional",
  SC: "success",
  US: "story",
  FEAT: "feature",
  AC: "scenario",
};

/** Recognises texts such as `FR-001: Users can …`, `NFR-2 …` and `SC-003: …`; a bare `R1` needs a colon. */
export function recogniseRequirementId(text: InlineText): IdentifiedText | undefined {
  const match = own.exec(text.text);
  const id = match?.[1];
  if (match === null || id === undefined) return undefined;
  if (/^(?:R|US|AC)\d/.test(id) && !/[:.–—-]/.test(match[0])) return undefined;
  const rest = sliceInline(text, match[0].length);
  if (!/\p{L}{2}/u.test(rest.text)) return undefined;
  return { id, kind: kinds[match[2] ?? ""] ?? "functional", rest };
}
