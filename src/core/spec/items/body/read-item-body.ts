import type { Code, ListItem, Table } from "mdast";
import { flattenInline } from "../../outline/flatten-inline.ts";
import { type InlineText, joinInlineLines, toInline } from "../../outline/inline-text.ts";
import { recogniseBox } from "../line/recognise-box.ts";
import { recogniseKey } from "../recognise-key.ts";
import type { KeyName } from "../recognise-key-name.ts";
import { type BodyPart, toBodyParts } from "./body-part.ts";
import { extendEntry, type KeyEntry, type OpenEntry, openEntry } from "./key-entry.ts";
import { readKeyTable } from "./read-key-table.ts";
import { recogniseKeyHeading } from "./recognise-key-heading.ts";
import { splitKeys } from "./split-keys.ts";

/** What stands in an item, as its first words, its keys and everything else. */
export interface ItemBody {
  /** The first line, whatever it says, and more of the first paragraph up to its first key line. */
  readonly lead: InlineText;
  readonly entries: readonly KeyEntry[];
  /** Items with a box that are the task's steps: those under no key, and all under `Subtasks`. */
  readonly steps: readonly ListItem[];
  /** Text that belongs to no key, in order. */
  readonly notes: readonly InlineText[];
  /** Code blocks under no key. */
  readonly code: readonly Code[];
  /** Tables under no key, or under `Subtasks`, that are no lists of keys. */
  readonly tables: readonly Table[];
}

/** What is gathered while parts are read. */
interface Gathered {
  readonly lead: InlineText[];
  readonly entries: OpenEntry[];
  readonly steps: ListItem[];
  readonly notes: InlineText[];
  readonly code: Code[];
  readonly tables: Table[];
  current: OpenEntry | undefined;
}

/**
 * Reads what stands in an item: keys may be nested bullets, lines of a paragraph, bold words over a
 * list, or headings of their own.
 *
 * @param hasLead If true, the first paragraph begins with the item's own line.
 * @param isOwnItem Tells nested items that are left out because they are tasks themselves.
 */
export function readItemBody(
  parts: readonly BodyPart[],
  source: string,
  hasLead: boolean,
  isOwnItem: (nested: ListItem) => boolean,
): ItemBody {
  const into: Gathered = {
    lead: [],
    entries: [],
    steps: [],
    notes: [],
    code: [],
    tables: [],
    current: undefined,
  };
  for (const [index, part] of parts.entries()) {
    switch (part.kind) {
      case "heading":
        into.current = openEntry(part.heading.title, recogniseKeyHeading(part.heading), true);
        into.entries.push(into.current);
        break;
      case "code":
        (into.current?.isOpen ? into.current.code : into.code).push(part.node);
        break;
      case "paragraph":
        readParagraph(flatten(part.node, source), index === 0 && hasLead, into);
        break;
      case "table":
        readTable(part.node, source, into);
        break;
      case "item":
        if (!isOwnItem(part.node)) readItem(part.node, source, isOwnItem, into);
    }
  }
  const { lead, current: _, ...body } = into;
  return { lead: joinInlineLines(lead), ...body };
}

function readTable(table: Table, source: string, into: Gathered): void {
  const { current } = into;
  const open = current?.isOpen ? current : undefined;
  const { entries, values } = readKeyTable(table, source, open?.key);
  into.entries.push(...entries);
  open?.values.push(...values);
  const isRest = entries.length === 0 && (open === undefined || open.key === "subtasks");
  if (isRest) into.tables.push(table);
}

function readParagraph(text: InlineText, isLead: boolean, into: Gathered): void {
  const owner = into.current?.isOpen ? into.current.values : undefined;
  const [first, ...more] = splitKeys(text);
  if (isLead && first !== undefined) into.lead.push(first);
  const lines = isLead || first === undefined ? more : [first, ...more];
  const opened = readLines(lines, isLead ? into.lead : (owner ?? into.notes), into);
  if (opened !== undefined) into.current = opened;
}

/** Lines before the first key go to `rest` as one text, those after a key belong to it. */
function readLines(
  lines: readonly InlineText[],
  rest: InlineText[],
  into: Gathered,
): OpenEntry | undefined {
  let current: OpenEntry | undefined;
  const plain: InlineText[] = [];
  for (const line of lines) {
    const key = recogniseKey(line);
    if (key !== undefined) {
      current = openEntry(line, key, false);
      into.entries.push(current);
    } else if (current !== undefined) extendEntry(current, line);
    else plain.push(line);
  }
  if (plain.length > 0) rest.push(joinInlineLines(plain));
  return current;
}

function readItem(
  item: ListItem,
  source: string,
  isOwnItem: (nested: ListItem) => boolean,
  into: Gathered,
): void {
  const { current } = into;
  const owner = current?.isOpen ? current : undefined;
  if (isStep(item, owner?.key)) {
    into.steps.push(item);
    return;
  }
  const [first, ...more] = listTexts(item, source, isOwnItem);
  if (first === undefined) return;
  const rest = owner === undefined ? into.notes : owner.values;
  const lines = splitKeys(first);
  const mayBeKey = owner === undefined || owner.key === "other" || isBoldKey(first, owner.key);
  const opened = mayBeKey ? readLines(lines, rest, into) : undefined;
  if (!mayBeKey) rest.push(first);
  (opened?.values ?? rest).push(...more);
  (opened?.code ?? owner?.code ?? into.code).push(...listCode(item));
}

/** Under a key that has bullets for values, only a bold word in them can be a key. */
function isBoldKey(line: InlineText, owner: KeyName): boolean {
  return /^(?:depends-on|notes|description)$/.test(owner) && line.strong[0]?.start === 0;
}

/** A box under no key, or anything under `Subtasks`, is a step; under other keys it is a value. */
function isStep(item: ListItem, key: KeyName | undefined): boolean {
  if (key === "subtasks") return true;
  const first = item.children[0];
  const start = first?.type === "paragraph" ? first.children[0] : undefined;
  const text = start?.type === "text" ? start.value : "";
  const hasBox = typeof item.checked === "boolean" || recogniseBox(toInline(text, 0)) !== undefined;
  return hasBox && (key === undefined || key === "other" || key === "notes");
}

/** The texts of an item and of all items under it that are no tasks. */
function listTexts(
  item: ListItem,
  source: string,
  isOwnItem: (nested: ListItem) => boolean,
): InlineText[] {
  return toBodyParts(item.children).flatMap((part) => {
    if (part.kind === "paragraph") return [flatten(part.node, source)];
    const isOwn = part.kind !== "item" || isOwnItem(part.node);
    return isOwn ? [] : listTexts(part.node, source, isOwnItem);
  });
}

function listCode(item: ListItem): Code[] {
  return toBodyParts(item.children).flatMap((part) => {
    if (part.kind === "code") return [part.node];
    return part.kind === "item" ? listCode(part.node) : [];
  });
}

function flatten(node: Extract<BodyPart, { kind: "paragraph" }>["node"], source: string) {
  return flattenInline(node.children, source, node.position?.start.offset ?? 0);
}
