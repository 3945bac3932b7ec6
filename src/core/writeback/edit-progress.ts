/** How far a phase, a section or the whole plan is. */
export interface GroupProgress {
  /** Number of a phase, if it has one. */
  readonly number: number | undefined;
  readonly title: string;
  /** It is the whole plan. */
  readonly isAll: boolean;
  readonly done: number;
  readonly total: number;
}

/** Which column of a progress table is which, by index; a column that is missing is left out. */
interface Columns {
  readonly done: number;
  readonly total: number | undefined;
  readonly status: number | undefined;
  readonly share: number | undefined;
}

const fence = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Brings progress tables up to date: a table whose first column names phases or sections and that has a
 * column of what is done (`| Phase | Tasks | Completed | Status |`). Only counts, shares and known words of
 * state are replaced; rows that name nothing of the plan, other cells and other tables stay.
 */
export function editProgress(
  lines: readonly string[],
  progress: readonly GroupProgress[],
): readonly string[] {
  const edited = [...lines];
  let open: string | undefined;
  let columns: Columns | undefined;
  for (const [index, line] of lines.entries()) {
    const mark = fence.exec(line)?.[1];
    if (mark !== undefined && open === undefined) open = mark;
    else if (mark !== undefined && open !== undefined && closes(line, open)) open = undefined;
    if (open !== undefined || !line.includes("|")) columns = undefined;
    else if (isDelimiter(line)) columns = readColumns(splitCells(lines[index - 1] ?? ""));
    else if (columns !== undefined) edited[index] = editRow(line, columns, progress);
  }
  return edited;
}

function closes(line: string, open: string): boolean {
  const text = line.trim();
  return text.length >= open.length && [...text].every((character) => character === open[0]);
}

function isDelimiter(line: string): boolean {
  return /^[\s>]*\|?(?:\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/.test(line);
}

function readColumns(head: readonly string[]): Columns | undefined {
  const names = head.map((cell) => cell.trim().toLowerCase().replace(/[*_`]/g, ""));
  const find = (pattern: RegExp) => {
    const index = names.findIndex((name) => pattern.test(name));
    return index < 0 ? undefined : index;
  };
  const first = names.find((name) => name !== "") ?? "";
  const done = find(/^(?:done|completed?|finished)$/);
  if (done === undefined || !/^(?:phase|section|feature|story|stage|area|milestone)s?$/.test(first))
    return undefined;
  const total = find(/^(?:tasks|total|all)$/);
  return {
    done,
    total,
    status: find(/^(?:status|state)$/),
    share: find(/^(?:progress|%|percent)$/),
  };
}

function editRow(line: string, columns: Columns, progress: readonly GroupProgress[]): string {
  const cells = splitCells(line);
  const name = cells.find((cell) => cell.trim() !== "")?.trim() ?? "";
  const group = findGroup(name, progress);
  if (group === undefined) return line;
  const { done, total } = group;
  const put = (index: number | undefined, pattern: RegExp, text: string) => {
    const cell = index === undefined ? undefined : cells[index];
    if (index !== undefined && cell !== undefined && pattern.test(cell.trim()))
      cells[index] = replaceCell(cell, text);
  };
  const hasSlash = /^\d+\s*\/\s*\d+$/.test(cells[columns.done]?.trim() ?? "");
  put(columns.done, count, hasSlash ? `${done}/${total}` : String(done));
  put(columns.total, count, String(total));
  put(columns.share, /^\d+ ?%$/, `${total === 0 ? 0 : Math.floor((100 * done) / total)}%`);
  put(columns.status, states, describeState(group));
  return cells.join("|");
}

const count = /^(?:\d+|[xXnN]|\d+\s*\/\s*\d+|[-–])?$/;
const states = /^(?:not started|in progress|completed?|done)$/i;

function describeState({ done, total }: GroupProgress): string {
  if (done === 0) return "Not started";
  return done < total ? "In progress" : "Completed";
}

function findGroup(name: string, progress: readonly GroupProgress[]): GroupProgress | undefined {
  const plain = name.replace(/[*_`]/g, "").trim().toLowerCase();
  if (/^(?:all|total|overall|sum)$/.test(plain)) return progress.find(({ isAll }) => isAll);
  const groups = progress.filter(({ isAll }) => !isAll);
  const [, number] = /^(?:phase\s*)?(\d+)(?:$|[\s.:)–-])/.exec(plain) ?? [];
  const byNumber = groups.find((group) => String(group.number) === number);
  return byNumber ?? groups.find(({ title }) => title.trim().toLowerCase() === plain);
}

/** The parts between the bars that are not escaped, spaces and ends included. */
function splitCells(line: string): string[] {
  return line.split(/(?<!\\)\|/);
}

/** Keeps the cell's width where the text fits, and its spaces else. */
function replaceCell(cell: string, text: string): string {
  const [, before = "", old = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(cell) ?? [];
  if (old === text) return cell;
  if (old === "") return ` ${text} `.padEnd(cell.length);
  const spare = old.length + after.length - text.length;
  return `${before}${text}${spare > 0 ? " ".repeat(spare) : after.slice(0, 1)}`;
}
