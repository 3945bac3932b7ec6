import type { Code } from "mdast";
import { type InlineText, joinInlineLines } from "../../outline/inline-text.ts";
import type { KeyLine } from "../recognise-key.ts";
import type { KeyName } from "../recognise-key-name.ts";

/** One key of a task's body with all that is said under it. */
export interface KeyEntry {
  readonly key: KeyName;
  /** The key's line as written. */
  readonly line: InlineText;
  /** The values: what stands after the colon, if anything, then each bullet under it. */
  readonly values: readonly InlineText[];
  /** Code blocks under it. */
  readonly code: readonly Code[];
}

/** An entry that may still grow. */
export interface OpenEntry extends KeyEntry {
  readonly values: InlineText[];
  readonly code: Code[];
  /** What follows belongs to it: it stands in a heading, or nothing stands after its colon. */
  readonly isOpen: boolean;
}

/** Begins an entry. */
export function openEntry(line: InlineText, { key, value }: KeyLine, isOpen: boolean): OpenEntry {
  const hasValue = value.text !== "";
  return { key, line, values: hasValue ? [value] : [], code: [], isOpen: isOpen || !hasValue };
}

/** Lets a wrapped line go on with the value before it. */
export function extendEntry(entry: OpenEntry, line: InlineText): void {
  const last = entry.values.pop();
  entry.values.push(last === undefined ? line : joinInlineLines([last, line]));
}
