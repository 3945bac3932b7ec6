/** Most rows of a table on a page; the JSON files hold the rest. */
const maxRows = 100;

/**
 * A Markdown table as lines, cut after 100 rows with a line that says how many
 * are left out. Cells must be escaped already.
 *
 * @param file Where the whole list stands.
 */
export function renderTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  file: string,
): readonly string[] {
  const toLine = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const more = rows.length - maxRows;
  return [
    toLine(header),
    toLine(header.map(() => "---")),
    ...rows.slice(0, maxRows).map(toLine),
    ...(more > 0 ? ["", `… and ${more} more in ${file}.`] : []),
  ];
}
