import type { TableRow } from "mdast";
import { flattenInline } from "../outline/flatten-inline.ts";
import { type InlineText, joinInlineLines } from "../outline/inline-text.ts";
import type { Block } from "../outline/outline.ts";
import { readSide } from "../references/read-side.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { isDependencyHeading } from "./is-dependency-heading.ts";
import { readRules } from "./read-rules.ts";
import { readStatedPair } from "./read-stated-pair.ts";
import type { ReadStatement } from "./read-statement.ts";
import { recogniseRules } from "./recognise-rules.ts";

const afterColumn =
  /^(?:depends on|dependenc(?:y|ies)|blocked by|prerequisites?|(?:can )?starts? after|requires|after)$/i;
const beforeColumn = /^(?:blocks|required (?:by|for))$/i;

/**
 * Reads a table with a column of dependencies (`Depends on`, `Blocked by`, `Blocks`, …); the first
 * column says whose. Under a heading about dependencies, a first column of arrows is read too.
 */
export function readTableStatements(
  block: Extract<Block, { kind: "table" }>,
  index: ReferenceIndex,
  source: string,
): readonly ReadStatement[] {
  const [head, ...rows] = block.node.children.map((row) => readCells(row, source));
  const names = (head ?? []).map((cell) => cell.text.trim());
  const isAbout = isDependencyHeading(block.heading);
  const statements = rows.flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    if (isAbout && afterColumn.test(names[0] ?? "")) {
      return readRules(recogniseRules(first), undefined, index);
    }
    return others.flatMap((cell, place) => {
      const name = names[place + 1] ?? "";
      const isAfter = afterColumn.test(name);
      if (cell.text === "" || (!isAfter && !beforeColumn.test(name))) return [];
      const whole = joinInlineLines([first, cell]);
      const relation = isAfter ? "after" : "before";
      const subject = readSide(first, index);
      return readStatedPair(
        { whole, relation, subject, object: cell, confidence: 0.9, basis: "table" },
        undefined,
        index,
      );
    });
  });
  return isAbout ? statements : statements.filter(hasSubject);
}

function hasSubject({ subject }: ReadStatement): boolean {
  return subject.refs.length + subject.groupIds.length > 0;
}

function readCells(row: TableRow, source: string): readonly InlineText[] {
  return row.children.map((cell) =>
    flattenInline(cell.children, source, cell.position?.start.offset ?? 0),
  );
}
