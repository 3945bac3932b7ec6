import { type DocTable, readTables } from "./read-tables.ts";

/**
 * The table of a page whose first column has that name, below that heading if one is given.
 *
 * @throws if there is none: a test must not pass on an empty page.
 */
export function findTable(path: string, column: string, heading?: string): DocTable {
  const found = readTables(path).find(
    (table) => table.head[0] === column && (heading === undefined || table.heading === heading),
  );
  if (found === undefined) throw new Error(`${path} has no table of ${column}s`);
  return found;
}
