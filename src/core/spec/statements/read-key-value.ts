import type { InlineText } from "../outline/inline-text.ts";
import type { GroupEntry, ReferenceIndex } from "../references/reference-index.ts";
import { resolveReferences } from "../references/resolve-references.ts";
import type { ReadStatement } from "./read-statement.ts";

/** Reads one value of a dependency key that is about a group, or about the whole document. */
export function readKeyValue(
  whole: InlineText,
  value: InlineText,
  relation: "after" | "before",
  group: GroupEntry | undefined,
  index: ReferenceIndex,
): ReadStatement {
  const references = resolveReferences(value.text, index, { task: undefined, group });
  const groupIds = group === undefined ? [] : [group.id];
  const subject = { refs: [], groupIds };
  return { whole, value, relation, subject, references, confidence: 0.9, basis: "rule" };
}
