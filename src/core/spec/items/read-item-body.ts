import type { List, ListItem, Paragraph } from "mdast";
import { flattenInline } from "../outline/flatten-inline.ts";
import {
  type InlineText,
  joinInlineLines,
  sliceInline,
  splitInlineLines,
} from "../outline/inline-text.ts";
import { type KeyLine, type KeyName, recogniseKey } from "./recognise-key.ts";

/** One key of a task's body with all that is said under it. */
export interface KeyEntry {
  readonly key: KeyName;
  /** The key's line as written. */
  readonly line: InlineText;
  /** The values: what stands after the colon, if anything, then each bullet under it. */
  readonly values: readonly InlineText[];
}

/** A list item as its first words, its keys and everything else. */
export interface ItemBody {
  /** The first paragraph up to its first key line. */
  readonly lead: InlineText;
  readonly entries: readonly KeyEntry[];
  /** Text under the item that belongs to no key, in order. */
  readonly notes: readonly InlineText[];
}

/** An entry that may still grow. */
interface OpenEntry extends KeyEntry {
  readonly values: InlineText[];
}

/**
 * Reads what stands in a list item: keys may be nested bullets, lines of the first paragraph, or
 * paragraphs of their own followed by a list.
 *
 * @param isOwnItem Tells nested items that are left out because they are tasks themselves.
 */
export function readItemBody(
  item: ListItem,
  source: string,
  isOwnItem: (nested: ListItem) => boolean,
): ItemBody {
  const lead: InlineText[] = [];
  const entries: OpenEntry[] = [];
  const notes: InlineText[] = [];
  for (const [index, child] of item.children.entries()) {
    const isAfterParagraph = item.children[index - 1]?.type === "paragraph";
    if (child.type === "paragraph") {
      readLines(linesOf(child, source), index === 0 ? lead : notes);
    } else if (child.type === "list")
      readList(child, isAfterParagraph ? entries.at(-1) : undefined);
  }
  return { lead: joinInlineLines(lead), entries, notes };

  /** Lines before the first key go to `rest` as one text, those after a key belong to it. */
  function readLines(lines: readonly InlineText[], rest: InlineText[]): OpenEntry | undefined {
    let current: OpenEntry | undefined;
    const plain: InlineText[] = [];
    for (const line of lines) {
      const key = recogniseKey(line);
      if (key !== undefined) {
        current = openEntry(line, key);
        entries.push(current);
      } else if (current !== undefined) extendEntry(current, line);
      else plain.push(line);
    }
    if (plain.length > 0) rest.push(joinInlineLines(plain));
    return current;
  }

  function readList(list: List, owner: OpenEntry | undefined): void {
    for (const nested of list.children) {
      if (isOwnItem(nested)) continue;
      const [first, ...bullets] = listTexts(nested, source);
      if (first === undefined) continue;
      const isOwned = owner !== undefined && /[:：]\W*$/.test(owner.line.text);
      const rest = isOwned ? owner.values : notes;
      const opened = readLines(splitKeys(first), rest);
      (opened?.values ?? rest).push(...bullets);
    }
  }
}

function openEntry(line: InlineText, { key, value }: KeyLine): OpenEntry {
  return { key, line, values: value.text === "" ? [] : [value] };
}

/** A wrapped line goes on with the value before it. */
function extendEntry(entry: OpenEntry, line: InlineText): void {
  const last = entry.values.pop();
  entry.values.push(last === undefined ? line : joinInlineLines([last, line]));
}

/** The texts of an item and of all items under it. */
function listTexts(item: ListItem, source: string): InlineText[] {
  return item.children.flatMap((child) => {
    if (child.type === "paragraph") return [flattenParagraph(child, source)];
    if (child.type === "list") return child.children.flatMap((nested) => listTexts(nested, source));
    return [];
  });
}

function linesOf(paragraph: Paragraph, source: string): readonly InlineText[] {
  return splitKeys(flattenParagraph(paragraph, source));
}

function flattenParagraph(paragraph: Paragraph, source: string): InlineText {
  return flattenInline(paragraph.children, source, paragraph.position?.start.offset ?? 0);
}

/** Lines, and of a line such as `Priority: HIGH | Type: Deployment` its parts. */
function splitKeys(text: InlineText): readonly InlineText[] {
  return splitInlineLines(text).flatMap((line) => {
    const parts: InlineText[] = [];
    let from = 0;
    for (const match of line.text.matchAll(/\s\|\s(?=[A-Za-z][A-Za-z /]{1,30}[:：])/g)) {
      parts.push(sliceInline(line, from, match.index));
      from = match.index + match[0].length;
    }
    return [...parts, sliceInline(line, from)];
  });
}
