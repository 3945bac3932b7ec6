import { recogniseKey } from "../items/recognise-key.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import { type InlineText, splitInlineLines } from "../outline/inline-text.ts";
import type { GroupEntry, ReferenceIndex } from "../references/reference-index.ts";
import { readKeyValue } from "./read-key-value.ts";
import type { ReadStatement } from "./read-statement.ts";

/** The dependency keys of a paragraph. */
export interface KeyLines {
  readonly statements: readonly ReadStatement[];
  /** Set if the last line is a key whose values follow as bullets. */
  readonly open: "after" | "before" | undefined;
  /** A dependency key was found. */
  readonly isKeyed: boolean;
}

/**
 * Reads lines such as `**Depends on**: Phase 1` that stand outside of a task; they are about the group
 * that they stand in, or about the whole document.
 */
export function readKeyLines(
  text: InlineText,
  group: GroupEntry | undefined,
  index: ReferenceIndex,
): KeyLines {
  const statements: ReadStatement[] = [];
  let open: KeyLines["open"];
  let isKeyed = false;
  for (const line of splitInlineLines(text)) {
    const key = recogniseKey(line);
    const isLink = key?.key === "depends-on" || key?.key === "blocks";
    open = undefined;
    if (key === undefined || !isLink || !isBold(line)) continue;
    isKeyed = true;
    const relation = key.key === "blocks" ? "before" : "after";
    if (key.value.text === "") open = relation;
    else if (recognisePlaceholder(key.value) === undefined) {
      statements.push(readKeyValue(line, key.value, relation, group, index));
    }
  }
  return { statements, open, isKeyed };
}

/** In bold, or nothing but the key: `After: the merge` in a sentence is no key. */
function isBold(line: InlineText): boolean {
  return line.strong[0]?.start === 0 || /^[^:]*:\s*$/.test(line.text);
}
