import { flattenCells } from "../outline/flatten-cells.ts";
import { type InlineText, joinInlineLines } from "../outline/inline-text.ts";
import type { Block } from "../outline/outline.ts";
import { readSide, type Side } from "../references/read-side.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { isDependencyHeading } from "./is-dependency-heading.ts";
import { type Matrix, readMatrix } from "./read-matrix.ts";
import { readRules } from "./read-rules.ts";
import { readStatedPair } from "./read-stated-pair.ts";
import type { ReadStatement } from "./read-statement.ts";
import { recogniseLinkKey } from "./recognise-link-key.ts";
import { recogniseRules } from "./recognise-rules.ts";

const idColumn =
  /^(?:#|no\.?|nr\.?|id|ids|tasks?|task\s+(?:id|#|no\.?|number)|wp|work\s+package|item|phase|story|user\s+story|wave|tarea|任务|タスク|태스크)$/i;
const fromColumn = /^(?:from|before|earlier|source|first)$/i;
const toColumn = /^(?:to|then|later|target|next)$/i;

/** A table's columns: whose dependencies its rows list, and in which columns. */
interface Columns {
  readonly owner: number;
  readonly links: readonly { readonly place: number; readonly relation: "after" | "before" }[];
}

/**
 * Reads a table with a column of dependencies (`Depends on`, `Blocked by`, `Blocks`, …), or with two that
 * say from where to where, or a matrix of tasks; the column of IDs says whose, else the first. Under a heading about
 * dependencies, a first column of arrows is read too.
 */
export function readTableStatements(
  block: Extract<Block, { kind: "table" }>,
  index: ReferenceIndex,
  source: string,
): readonly ReadStatement[] {
  const [head, ...rows] = block.node.children.map((row) => flattenCells(row, source));
  const names = (head ?? []).map((cell) => cell.text.trim());
  const isAbout = isDependencyHeading(block.heading);
  if (isAbout && toRelation(names[0]) === "after") {
    return rows.flatMap(([first]) =>
      first === undefined ? [] : readRules(recogniseRules(first), undefined, index),
    );
  }
  const matrix =
    isAbout ||
    toRelation(
      names[0]
        ?.split(/[\\/|↓→]/)
        .at(-1)
        ?.trim(),
    ) !== undefined;
  const crossed = matrix && head !== undefined ? readMatrix(toMatrix(head, rows, index)) : [];
  if (crossed.length > 0) return crossed;
  const columns = findColumns(names);
  const statements = rows.flatMap((row) => readRow(row, columns, index));
  return isAbout ? statements : statements.filter(hasSubject);
}

function findColumns(names: readonly string[]): Columns {
  const from = names.findIndex((name) => fromColumn.test(name));
  const to = names.findIndex((name) => toColumn.test(name));
  if (from >= 0 && to >= 0) return { owner: to, links: [{ place: from, relation: "after" }] };
  const owner = names.findIndex((name) => idColumn.test(name));
  return {
    owner: Math.max(0, owner),
    links: names.flatMap((name, place) => {
      const relation = toRelation(name);
      return relation === undefined || place === owner ? [] : [{ place, relation }];
    }),
  };
}

function toRelation(name: string | undefined): "after" | "before" | undefined {
  const key = recogniseLinkKey((name ?? "").replace(/[.?]$/, ""));
  if (key === undefined) return undefined;
  return key === "blocks" ? "before" : "after";
}

function readRow(
  row: readonly InlineText[],
  { owner, links }: Columns,
  index: ReferenceIndex,
): readonly ReadStatement[] {
  const cell = row[owner];
  if (cell === undefined || links.length === 0) return [];
  const subject = readOwner(cell, index);
  return links.flatMap(({ place, relation }) => {
    const object = row[place];
    if (object === undefined || object.text === "" || place === owner) return [];
    const whole = joinInlineLines(place < owner ? [object, cell] : [cell, object]);
    const pair = { whole, relation, subject, object, confidence: 0.9, basis: "table" as const };
    return readStatedPair(pair, undefined, index);
  });
}

function toMatrix(
  [corner, ...head]: readonly InlineText[],
  rows: readonly (readonly InlineText[])[],
  index: ReferenceIndex,
): Matrix {
  return {
    corner: corner?.text ?? "",
    columns: head.map((cell) => readOwner(cell, index)),
    rows: rows.flatMap(([name, ...cells]) =>
      name === undefined ? [] : [{ owner: readOwner(name, index), name, cells }],
    ),
  };
}

/** A bare number in the column of IDs is a task's. */
function readOwner(cell: InlineText, index: ReferenceIndex): Side {
  const isBare = /^#?\d+[a-z]?(?:\s*[-–]\s*#?\d+[a-z]?)?$/i.test(cell.text);
  return {
    ...readSide(isBare ? { ...cell, text: `Task ${cell.text}` } : cell, index),
    words: cell,
  };
}

function hasSubject({ subject }: ReadStatement): boolean {
  return subject.refs.length + subject.groupIds.length > 0;
}
