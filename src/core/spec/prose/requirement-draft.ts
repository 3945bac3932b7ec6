import type { SpecRequirement } from "../../model/spec.ts";
import type { Span } from "../outline/inline-text.ts";

/** A requirement while the text that tells it is still being read. */
export interface RequirementDraft {
  readonly id: string | undefined;
  kind: SpecRequirement["kind"];
  text: string;
  level: SpecRequirement["level"];
  readonly priority: SpecRequirement["priority"];
  readonly parent: RequirementDraft | undefined;
  /** From its first word to the last that is part of it. */
  span: Span;
  /** More than its name is known. */
  isTold: boolean;
}
