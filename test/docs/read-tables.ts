import { readFileSync } from "node:fs";

/** A table of a Markdown page. */
export interface DocTable {
  /** The nearest heading above it, without its marks. */
  readonly heading: string;
  readonly head: readonly string[];
  /** Cells as written, trimmed; one list a row. */
  readonly rows: readonly (readonly string[])[];
}

/** Reads the tables of a page, in their order. Cells hold no escaped bars. */
export function readTables(path: string): readonly DocTable[] {
  const tables: DocTable[] = [];
  let heading = "";
  let block: string[][] = [];
  for (const line of [...readFileSync(path, "utf8").split("\n"), ""]) {
    if (line.startsWith("|")) {
      block.push(splitCells(line));
      continue;
    }
    const [head, , ...rows] = block;
    if (head !== undefined) tables.push({ heading, head, rows });
    block = [];
    heading = /^#+ (.*)$/.exec(line)?.[1]?.replaceAll("`", "") ?? heading;
  }
  return tables;
}

function splitCells(line: string): string[] {
  return line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());
}
