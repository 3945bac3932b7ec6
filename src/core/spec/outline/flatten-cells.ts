import type { TableRow } from "mdast";
import { flattenInline } from "./flatten-inline.ts";
import type { InlineText } from "./inline-text.ts";

/** The cells of a table's row as readers see them, in order. */
export function flattenCells(row: TableRow, source: string): readonly InlineText[] {
  return row.children.map((cell) =>
    flattenInline(cell.children, source, cell.position?.start.offset ?? 0),
  );
}
