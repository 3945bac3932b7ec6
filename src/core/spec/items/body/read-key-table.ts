import type { Table } from "mdast";
import { flattenCells } from "../../outline/flatten-cells.ts";
import { type InlineText, joinInlineLines } from "../../outline/inline-text.ts";
import { type KeyName, recogniseKeyName } from "../recognise-key-name.ts";
import { type OpenEntry, openEntry } from "./key-entry.ts";

/** What a table in a task says under keys. */
export interface KeyTable {
  /** Its own keys, of a table of keys and values. */
  readonly entries: readonly OpenEntry[];
  /** Its rows as values of the key that it stands under. */
  readonly values: readonly InlineText[];
}

/**
 * Reads a table in a task: rows of a key and a value are keys; under a key each row is a value.
 *
 * @param owner The key that it stands under, if any.
 */
export function readKeyTable(table: Table, source: string, owner: KeyName | undefined): KeyTable {
  const [head = [], ...rows] = table.children
    .map((row) => flattenCells(row, source))
    .filter((row) => row.some(({ text }) => text !== ""));
  const entries = [head, ...rows].flatMap(toEntry);
  if (entries.length > 0 && entries.length >= rows.length) return { entries, values: [] };
  if (owner === undefined || owner === "subtasks") return { entries: [], values: [] };
  const isOwn = !isOfLinks(owner) || !head.some(isLinkColumn);
  return { entries: [], values: isOwn ? rows.map((row) => toValue(row, owner)) : [] };
}

function toEntry([name, value, ...more]: readonly InlineText[]): readonly OpenEntry[] {
  if (name === undefined || value === undefined || more.length > 0) return [];
  const key = recogniseKeyName(name.text);
  const line = joinInlineLines([name, value]);
  return key === undefined || value.text === "" ? [] : [openEntry(line, { key, value }, false)];
}

/** Of dependencies the first cell names what is waited for; else all of a row is said. */
function toValue(row: readonly InlineText[], owner: KeyName): InlineText {
  return joinInlineLines(isOfLinks(owner) ? row.slice(0, 1) : row);
}

function isOfLinks(key: KeyName | undefined): boolean {
  return key === "depends-on" || key === "blocks";
}

/** Such a table says itself whose dependencies it lists. */
function isLinkColumn({ text }: InlineText): boolean {
  return isOfLinks(recogniseKeyName(text));
}
