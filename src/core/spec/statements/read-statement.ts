import type { StatementBasis } from "../../model/spec.ts";
import type { InlineText } from "../outline/inline-text.ts";
import type { Reference } from "../references/reference-index.ts";

/** Tasks or groups on one side of a dependency. */
export interface Party {
  readonly refs: readonly string[];
  readonly groupIds: readonly string[];
}

/** A dependency statement with what it refers to. */
export interface ReadStatement {
  /** The statement as written. */
  readonly whole: InlineText;
  /** What `references` were read from. */
  readonly value: InlineText;
  /** `after`: the subject waits for what is referred to; `before`: the other way round. */
  readonly relation: "after" | "before";
  readonly subject: Party;
  readonly references: readonly Reference[];
  readonly confidence: number;
  readonly basis: StatementBasis;
}
