import type { TableRow } from "mdast";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { TemporalRow } from "../../model/spec.ts";
import { collapseWhitespace } from "../../text/collapse-whitespace.ts";
import { recognisePlaceholder } from "../items/recognise-placeholder.ts";
import type { Source } from "../outline/build-source.ts";
import { flattenCells } from "../outline/flatten-cells.ts";
import type { InlineText } from "../outline/inline-text.ts";
import type { Block, Heading } from "../outline/outline.ts";
import type { ReferenceIndex } from "../references/reference-index.ts";
import { resolveReferences } from "../references/resolve-references.ts";
import { recogniseTemporalTable } from "./recognise-temporal-table.ts";

/** The temporal rows of a document and what is wrong with them. */
export interface TemporalRows {
  readonly rows: readonly TemporalRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the tables under a heading such as "Temporal Logic Constraints" or "Mutual Exclusion". A row names tasks by ID or by
 * exact title; a row that names none speaks about the product and is kept with a note. Rows left as in
 * the template are dropped with a warning.
 */
export function readTemporalRows(
  blocks: readonly Block[],
  index: ReferenceIndex,
  source: Source,
): TemporalRows {
  const rows: TemporalRow[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const block of blocks) {
    if (block.kind !== "table" || !isTemporal(block.heading)) continue;
    const [head, ...body] = block.node.children;
    const header =
      head === undefined ? [] : flattenCells(head, source.text).map((cell) => cell.text);
    const lead = isNumbering(header[0] ?? "") ? 1 : 0;
    const kind = recogniseTemporalTable(header.slice(lead), block.heading?.title.text ?? "");
    if (kind === undefined) continue;
    for (const node of body) {
      const read = readRow(node, lead, kind, index, source);
      if (read.row !== undefined) rows.push(read.row);
      diagnostics.push(...read.diagnostics);
    }
  }
  return { rows, diagnostics };
}

/** A first column that only numbers the rows. */
function isNumbering(name: string): boolean {
  return /^(?:id|#|no\.?|nr\.?|number|ref|rule|rule id)$/i.test(name.trim());
}

/** Headings that say it by themselves. */
const own =
  /^(?:mutual(?:ly)?[\s-]exclusi(?:on|ve)|mutex|(?:sequence|ordering) constraints|liveness|atomicity)\b/i;

function isTemporal(heading: Heading | undefined): boolean {
  for (let above = heading; above !== undefined; above = above.parent) {
    if (/\btemporal\b/i.test(above.title.text) || own.test(above.title.text)) return true;
  }
  return false;
}

function readRow(
  node: TableRow,
  lead: number,
  kind: TemporalRow["kind"],
  index: ReferenceIndex,
  source: Source,
) {
  const cells = flattenCells(node, source.text).slice(lead);
  const span = { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  const at = source.placeAt(span.start);
  const placeholder = cells.map(recognisePlaceholder).find((found) => found !== undefined);
  if (placeholder !== undefined) {
    const message = `The row still holds the template's "${placeholder.text}" and is not read; fill it in or remove it`;
    return { row: undefined, diagnostics: [toDiagnostic("KS105", "warning", message, at)] };
  }
  const [left, right] = splitSides(kind, cells).map((text) => resolveSide(text, index));
  const row: TemporalRow = {
    kind,
    cells: cells.map((cell) => collapseWhitespace(cell.text)),
    left: left?.refs ?? [],
    right: right?.refs ?? [],
    ...at,
    evidence: source.evidenceOf(span),
  };
  const unknown = [...(left?.unknown ?? []), ...(right?.unknown ?? [])].map((why) =>
    toDiagnostic(
      "KS103",
      "warning",
      `Cannot read the row "${row.cells[0]}": ${why}; name a task of this spec`,
      at,
    ),
  );
  const isBound = row.left.length > 0 && (row.right.length > 0 || isOneSided(kind));
  const note = `The ${kind} row "${row.cells[0]}" names no tasks of this spec, so it orders nothing; name them by ID if it should`;
  const notes = isBound ? [] : [toDiagnostic("KS108", "info", note, at)];
  return { row, diagnostics: [...unknown, ...notes] };
}

function isOneSided(kind: TemporalRow["kind"]): boolean {
  return kind === "liveness" || kind === "atomicity";
}

/** The texts of both sides: of a sentence about order, or of two cells. */
function splitSides(kind: TemporalRow["kind"], cells: readonly InlineText[]): readonly string[] {
  const [first = "", second = ""] = cells.map((cell) => cell.text);
  if (kind === "mutual-exclusion") return [first, second];
  if (isOneSided(kind)) return [first, ""];
  const ordered =
    /^(.*?)\s*(?:\b(?:must|should|shall|has to|needs to)\b.*?)?\b(before|after|until)\s+(.*)$/is.exec(
      first,
    );
  if (ordered !== null) {
    const [, subject = "", word = "", object = ""] = ordered;
    return /after|until/i.test(word) ? [object, subject] : [subject, object];
  }
  const [from, to] = first.split(/\s*(?:→|-{1,2}>|=>)\s*/);
  return to === undefined ? [] : [from ?? "", to];
}

/** Tasks that a side names by ID or title, and IDs of none; words and phases bind nothing. */
function resolveSide(text: string, index: ReferenceIndex) {
  const references = resolveReferences(text, index, { task: undefined, group: undefined });
  const refs = references.flatMap(({ referent }) =>
    referent.kind === "tasks" ? referent.refs : [],
  );
  const unknown = references.flatMap(({ referent }) =>
    referent.kind === "unresolved" ? referent.why : [],
  );
  return { refs: [...new Set(refs)], unknown };
}

function toDiagnostic(
  code: string,
  severity: Diagnostic["severity"],
  message: string,
  at: Diagnostic["at"],
): Diagnostic {
  return { code, severity, message, at };
}
